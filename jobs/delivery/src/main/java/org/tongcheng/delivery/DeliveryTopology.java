package org.tongcheng.delivery;

import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.delivery.operator.AlertTelling;
import org.tongcheng.delivery.operator.DeliverAlerts;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.delivery.operator.Resending;
import org.tongcheng.domain.alert.AlertTransition;

/**
 * The delivery job between its ends.
 *
 * <pre>
 * alerts -> deliver-alerts -> receipts
 *           by alert_id  \\--> refused alerts
 *              |
 *              +--> Alertmanager
 * </pre>
 */
public final class DeliveryTopology {

    public static final String DELIVER_UID = "deliver-alerts";

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(DELIVER_UID);

    private static final TypeInformation<DeliveryReceipt> RECEIPT = TypeInformation.of(DeliveryReceipt.class);

    private DeliveryTopology() {}

    /**
     * Adds the job behind its source.
     *
     * @param alerts those of one alert in their order
     * @param region id of the region, a label of every alert
     * @param zone of the times that people read
     */
    public static DeliveryStreams of(
            DataStream<AlertTransition> alerts, String region, ZoneId zone, DeliveryConfig config) {
        AlertTelling telling = new AlertTelling(region, zone, config.oldest().toMillis());
        Resending resending =
                new Resending(config.resendInterval().toMillis(), config.lease().toMillis());
        SingleOutputStreamOperator<DeliveryReceipt> receipts = alerts.keyBy(AlertTransition::alertId)
                .process(new DeliverAlerts(telling, config.alertmanager(), resending), RECEIPT)
                .uid(DELIVER_UID)
                .name(DELIVER_UID);
        return new DeliveryStreams(receipts, receipts.getSideOutput(DeliverAlerts.REFUSED));
    }
}

package org.tongcheng.alerts.handling;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.wire.AlertActionDecoder;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.ShownPayload;

/** Not keyed, no state. Reads actions; what cannot be read is a dead letter. */
public final class ReadActions extends ProcessFunction<RawAction, ReceivedAction> {

    /** Actions that cannot be read. */
    public static final OutputTag<DeadLetter> UNREADABLE =
            new OutputTag<>("unreadable-actions", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1L;

    private final AlertActionDecoder decoder = new AlertActionDecoder();

    @Override
    public void processElement(RawAction raw, Context context, Collector<ReceivedAction> out) {
        Decoded<AlertAction> decoded = decoder.decode(raw.payload(), raw.recordTimestamp());
        ShownPayload shown = decoder.show(raw.payload());
        AlertAction action = decoded.value();
        Rejection rejection = decoded.rejection();
        if (action != null) {
            out.collect(new ReceivedAction(
                    action,
                    shown.text(),
                    shown.encoding(),
                    raw.topic(),
                    raw.partition(),
                    raw.offset(),
                    raw.recordTimestamp()));
        } else if (rejection != null) {
            context.output(
                    UNREADABLE,
                    new DeadLetter(
                            AlertActionDecoder.TOPIC,
                            rejection.reason(),
                            rejection.field(),
                            rejection.detail(),
                            shown.text(),
                            shown.encoding(),
                            raw.topic(),
                            raw.partition(),
                            raw.offset(),
                            decoded.recordedAt()));
        }
    }
}

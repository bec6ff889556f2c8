package org.tongcheng.delivery;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.feed.DeadLetter;

/**
 * What comes out of delivery.
 *
 * @param receipts transitions that Alertmanager has taken
 * @param refused alerts that it will never take
 */
public record DeliveryStreams(DataStream<DeliveryReceipt> receipts, DataStream<DeadLetter> refused) {}

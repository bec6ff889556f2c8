package org.tongcheng.plumbing.kafka;

/**
 * A record on its way out, encoded.
 *
 * @param topic as the brokers name it
 */
public record OutgoingRecord(String topic, byte[] key, byte[] value) {}

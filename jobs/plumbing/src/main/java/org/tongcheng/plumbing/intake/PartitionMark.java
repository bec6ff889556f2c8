package org.tongcheng.plumbing.intake;

/**
 * How far a partition has come.
 *
 * @param highest the highest event time let through, epoch milliseconds
 */
public record PartitionMark(String topic, int partition, long highest) {}

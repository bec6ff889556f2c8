package org.tongcheng.domain.alert;

/**
 * A change to issue.
 *
 * @param onset of the alert, which with rule and entity is its identity; epoch milliseconds
 * @param sequence 0 for the alert's first, then one more each time
 * @param from when it began by the values as they are now, epoch milliseconds
 */
public record IssuedChange(long onset, int sequence, long from, AlertChange change) {}

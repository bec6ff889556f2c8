package org.tongcheng.domain.alert;

/**
 * A change to issue.
 *
 * @param onset of the alert, which with rule and entity is its identity; epoch milliseconds
 * @param sequence 0 for the alert's first, then one more each time
 */
public record IssuedChange(long onset, int sequence, AlertChange change) {}

package org.tongcheng.alerts.watch;

/**
 * From one moment to another, both included; epoch milliseconds.
 *
 * @param to the end of time where none is known
 */
public record Span(long from, long to) {

    /** Whenever there is anything. */
    public static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);
}

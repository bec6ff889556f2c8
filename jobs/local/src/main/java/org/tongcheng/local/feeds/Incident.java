package org.tongcheng.local.feeds;

import java.util.List;

/**
 * Something that happens in the generated days and that whoever watches them should notice.
 *
 * @param description one sentence: what, where and how much
 * @param sites stops or water sections concerned, in the order in which it reaches them; empty where whole cities are
 * @param cityCodes cities concerned, in the order in which it reaches them
 * @param from epoch milliseconds
 * @param to epoch milliseconds
 */
public record Incident(Kind kind, String description, List<String> sites, List<String> cityCodes, long from, long to) {

    /** The three kinds, one of each a day. */
    public enum Kind {
        HEAVY_POLLUTION,
        PHOSPHORUS_WAVE,
        STOP_SURGE
    }
}

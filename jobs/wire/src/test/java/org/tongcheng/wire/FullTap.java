package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;

/** The example of a tap that has every field. */
final class FullTap {

    static final String TEXT = new String(
            Examples.read(Examples.schemas().resolve("examples/valid/transit.taps/full.json")), StandardCharsets.UTF_8);

    static final long EVENT = 1_772_669_730_000L;
    static final long RECEIVED = 1_772_669_733_120L;

    private FullTap() {}

    /** The example with one part of its text exchanged. */
    static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("the example holds no " + part);
        }
        return TEXT.replace(part, other);
    }

    static String withoutReceived(String tap) {
        return tap.replaceAll("\"received_timestamp\":\"[^\"]*\",", "");
    }
}

package org.tongcheng.domain.feed;

import java.util.Locale;

/** A constant that topics, rules and tags call by its own name in lower case. */
public interface WireNamed {

    String name();

    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

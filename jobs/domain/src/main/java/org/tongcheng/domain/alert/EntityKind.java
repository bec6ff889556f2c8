package org.tongcheng.domain.alert;

import java.util.Locale;

/** What an alert can be about. */
public enum EntityKind {
    REGION,
    CITY,
    AIR_STATION,
    WATER_SECTION,
    RIVER,
    STOP,
    ROUTE,
    /** A card, by its token; never a card number. */
    TOKEN,
    /** Several cities or sections together. */
    GROUP,
    FEED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

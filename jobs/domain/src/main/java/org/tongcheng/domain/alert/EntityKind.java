package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** What an alert can be about. */
public enum EntityKind implements WireNamed {
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
}

package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;
import org.tongcheng.domain.result.Measurement;

/** The desk an alert belongs to. */
public enum AlertDomain implements WireNamed {
    TRANSIT,
    AIR,
    WATER,
    /** Nobody's alone. */
    REGION;

    /** That of the measurement the rule looks at; of a feed's ledger, that of the feed. */
    public static AlertDomain of(AlertTransition alert) {
        boolean ofFeed = alert.measurement().equals(Measurement.FEED_LEDGER_1M.wireName());
        String name = ofFeed ? alert.entity().id() : alert.measurement();
        String word = name.split("[^a-z]", 2)[0];
        for (AlertDomain domain : values()) {
            if (domain.wireName().equals(word)) {
                return domain;
            }
        }
        return REGION;
    }
}

package org.tongcheng.transit.operator;

import org.tongcheng.domain.feed.Tap;

/** A card, by the two halves of its token. */
public record CardKey(long high, long low) {

    public static CardKey of(Tap tap) {
        return new CardKey(tap.tokenHigh(), tap.tokenLow());
    }
}

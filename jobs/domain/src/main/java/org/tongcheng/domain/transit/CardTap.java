package org.tongcheng.domain.transit;

import org.tongcheng.domain.feed.Tap;

/**
 * A tap at a gate and the card that made it.
 *
 * @param tokenHigh upper half of the 128-bit card token
 * @param tokenLow lower half of it
 */
public record CardTap(long tokenHigh, long tokenLow, GatedTap tap) {

    /** @throws IllegalArgumentException when the tap passes no gate, see {@link GatedTap#of} */
    public static CardTap of(Tap tap) {
        return new CardTap(tap.tokenHigh(), tap.tokenLow(), GatedTap.of(tap));
    }
}

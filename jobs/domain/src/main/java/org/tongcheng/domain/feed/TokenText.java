package org.tongcheng.domain.feed;

import java.util.HexFormat;

/** A card's token as text: {@code hk}, the key version, a colon and 32 hex digits. */
public final class TokenText {

    /** Odd, so that multiplying by it maps no two versions to one number. */
    private static final long VERSION_FACTOR = 0x9E3779B97F4A7C15L;

    private TokenText() {}

    /**
     * The text of a token. Its halves hold the key version only mixed in, so that it must be told; version 0 gives a token of
     * the same halves whatever the version was.
     *
     * @param tokenHigh as in {@link Tap#tokenHigh}
     * @param tokenLow as in {@link Tap#tokenLow}
     */
    public static String of(long tokenHigh, long tokenLow, int keyVersion) {
        HexFormat hex = HexFormat.of();
        return "hk" + keyVersion + ":" + hex.toHexDigits(mixed(tokenHigh, keyVersion)) + hex.toHexDigits(tokenLow);
    }

    /** Mixes a key version into the upper half of a token, or takes it out again. */
    public static long mixed(long high, long keyVersion) {
        return high ^ (keyVersion * VERSION_FACTOR);
    }
}

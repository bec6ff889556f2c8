package org.tongcheng.domain.transit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.tongcheng.domain.feed.Tap;

/**
 * An entrance or exit at a gate, with what pairing needs of it.
 *
 * @param time epoch milliseconds
 * @param cityCode GB/T 2260, a six-digit number
 * @param id the transaction id, as {@link #packId} packs it
 */
public record GatedTap(long time, boolean exit, int cityCode, long amountFen, byte[] id) {

    /** Order of pairing: event time, then exits first, then transaction id. */
    public static final Comparator<GatedTap> ORDER = Comparator.comparingLong(GatedTap::time)
            .thenComparing(tap -> !tap.exit())
            .thenComparing(GatedTap::id, GatedTap::compareIds);

    private static final int HEX_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** @throws IllegalArgumentException when the tap is neither an entry nor an exit of a gated mode */
    public static GatedTap of(Tap tap) {
        if (!tap.gated() || !(tap.action().isEntry() || tap.action().isExit())) {
            throw new IllegalArgumentException("no gate is passed by " + tap.action() + " on mode " + tap.routeType());
        }
        return new GatedTap(
                tap.eventTime(),
                tap.action().isExit(),
                Integer.parseInt(tap.cityCode()),
                tap.amountFen(),
                packId(tap.transactionId()));
    }

    /** Sixteen bytes for the usual 32 lower-case hex digits; else a zero byte and the UTF-8 text. */
    static byte[] packId(String transactionId) {
        if (transactionId.length() == 2 * HEX_BYTES) {
            byte[] packed = new byte[HEX_BYTES];
            for (int i = 0; i < HEX_BYTES; i++) {
                int high = hexDigit(transactionId.charAt(2 * i));
                int low = hexDigit(transactionId.charAt(2 * i + 1));
                if ((high | low) < 0) {
                    return text(transactionId);
                }
                packed[i] = (byte) (high << 4 | low);
            }
            return packed;
        }
        return text(transactionId);
    }

    private static byte[] text(String transactionId) {
        byte[] utf8 = transactionId.getBytes(StandardCharsets.UTF_8);
        // Never 16 bytes long, so that the length tells the two forms apart.
        byte[] packed = new byte[Math.max(utf8.length + 1, HEX_BYTES + 1)];
        System.arraycopy(utf8, 0, packed, 1, utf8.length);
        return packed;
    }

    static String unpackId(byte[] packed) {
        if (packed.length == HEX_BYTES) {
            return HEX.formatHex(packed);
        }
        int end = packed.length;
        while (end > 1 && packed[end - 1] == 0) {
            end--;
        }
        return new String(packed, 1, end - 1, StandardCharsets.UTF_8);
    }

    private static int compareIds(byte[] one, byte[] other) {
        if (one.length == HEX_BYTES && other.length == HEX_BYTES) {
            return Arrays.compareUnsigned(one, other);
        }
        return unpackId(one).compareTo(unpackId(other));
    }

    private static int hexDigit(char letter) {
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}

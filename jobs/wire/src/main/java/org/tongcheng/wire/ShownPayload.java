package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A payload as a dead letter or a late record shows it.
 *
 * @param encoding {@code utf8} or {@code base64}
 */
public record ShownPayload(String text, String encoding) {

    /** How many bytes are shown of a payload that is too large. */
    static final int CUT = 1024;

    private static final int LONGEST_CHARACTER = 4;

    /** Stands for a payload of which nothing may be shown. */
    public static final ShownPayload REDACTED = utf8("[redacted]");

    static ShownPayload utf8(String text) {
        return new ShownPayload(text, "utf8");
    }

    static ShownPayload base64(byte[] bytes) {
        return new ShownPayload(Base64.getEncoder().encodeToString(bytes), "base64");
    }

    /** The first bytes as they are, not quite {@code length} of them where that would split a character. */
    static ShownPayload of(byte[] payload, int length) {
        byte[] shown = Arrays.copyOf(payload, wholeCharacters(payload, length));
        return JsonText.isUtf8(shown) ? utf8(new String(shown, StandardCharsets.UTF_8)) : base64(shown);
    }

    /** The largest number of bytes up to {@code length} after which a character ends, where the bytes are UTF-8. */
    static int wholeCharacters(byte[] payload, int length) {
        for (int end = length; end > length - LONGEST_CHARACTER && end > 0; end--) {
            if (end == payload.length || (payload[end] & 0xC0) != 0x80) {
                return end;
            }
        }
        return length;
    }
}

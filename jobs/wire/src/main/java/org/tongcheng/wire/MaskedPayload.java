package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tongcheng.domain.feed.Feed;

/** Shows payloads as they came, with everything masked that may be a card number. */
final class MaskedPayload {

    /** Put behind the text, so that a number that its end splits is known as one. A whole object ends in no digit. */
    private static final String MORE_DIGITS = "0".repeat(11);

    private MaskedPayload() {}

    /** The payload letter by letter, or nothing of it where escapes might hide digits. */
    static ShownPayload of(byte[] payload) {
        int length = payload.length > Feed.MAX_PAYLOAD_BYTES ? ShownPayload.CUT : payload.length;
        byte[] shown = Arrays.copyOf(payload, ShownPayload.wholeCharacters(payload, length));
        boolean utf8 = JsonText.isUtf8(shown);
        // In ISO 8859-1 every byte is a letter, and every letter the byte it was.
        String text = new String(shown, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        String continued = text + MORE_DIGITS;
        if (CardNumbers.mayBeEscaped(continued)) {
            return ShownPayload.REDACTED;
        }
        String masked = CardNumbers.mask(continued).substring(0, text.length());
        return utf8 ? ShownPayload.utf8(masked) : ShownPayload.base64(masked.getBytes(StandardCharsets.ISO_8859_1));
    }
}

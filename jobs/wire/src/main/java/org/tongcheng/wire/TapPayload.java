package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;

/**
 * Shows payloads of taps without card numbers. Of a sound record that came late the fields of the contract are
 * shown; a rejected one is shown as it came, with everything masked that may be a card number, or not at all when
 * its token is none or when escapes might hide digits.
 */
final class TapPayload {

    /** Put behind what is no whole JSON, so that a number that its end splits is known as one. */
    private static final String MORE_DIGITS = "0".repeat(11);

    private TapPayload() {}

    static ShownPayload show(byte[] payload, Decoded<Tap> decoded) {
        Rejection rejection = decoded.rejection();
        Members members = members(payload);
        if (rejection == null && members != null) {
            return ShownPayload.utf8(knownFields(members));
        }
        boolean rawCardNumber = rejection != null && rejection.reason() == RejectionReason.RAW_CARD_NUMBER;
        if (rawCardNumber || (members != null && new TapJudge(members).hasRawCardNumber())) {
            return ShownPayload.REDACTED;
        }
        return masked(payload, members == null ? MORE_DIGITS : "");
    }

    private static @Nullable Members members(byte[] payload) {
        try {
            return JsonText.read(payload);
        } catch (RejectedException e) {
            return null;
        }
    }

    private static ShownPayload masked(byte[] payload, String continued) {
        int length = payload.length > Feed.MAX_PAYLOAD_BYTES ? ShownPayload.CUT : payload.length;
        byte[] shown = Arrays.copyOf(payload, ShownPayload.wholeCharacters(payload, length));
        boolean utf8 = JsonText.isUtf8(shown);
        // In ISO 8859-1 every byte is a letter, and every letter the byte it was.
        String text = new String(shown, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        if (CardNumbers.mayBeEscaped(text + continued)) {
            return ShownPayload.REDACTED;
        }
        String masked = CardNumbers.mask(text + continued).substring(0, text.length());
        return utf8 ? ShownPayload.utf8(masked) : ShownPayload.base64(masked.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String knownFields(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (TapField field : TapField.CONTRACT) {
                Object value = members.any(field.wireName());
                if (value != null) {
                    json.writeFieldName(field.wireName());
                    write(json, value);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof NumberText number) {
            json.writeNumber(number.text());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(CardNumbers.mask((String) value));
        }
    }
}

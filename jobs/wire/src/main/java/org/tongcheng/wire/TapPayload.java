package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;

/**
 * Shows payloads of taps without card numbers. Of a sound record that came late the fields of the contract are
 * shown; a rejected one is shown as it came, with everything masked that may be a card number, or not at all when
 * its token is none or when escapes might hide digits.
 */
final class TapPayload {

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
        return MaskedPayload.of(payload);
    }

    private static @Nullable Members members(byte[] payload) {
        try {
            return JsonText.read(payload);
        } catch (RejectedException e) {
            return null;
        }
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

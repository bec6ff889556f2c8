package org.tongcheng.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.RejectionReason;

/**
 * Reads a payload that must be one JSON object in UTF-8. Of a name that occurs twice the last value counts; a null is
 * as if it were not there. Text becomes String, a number {@link NumberText}, an object a Map, an array a List.
 */
final class JsonText {

    /** Deeper than any sound record; reading goes down as far on the stack. */
    static final int DEEPEST = 1000;

    private static final Object NULL = new Object();

    /** Shared by all codecs. Limits of its own would refuse extra fields that the contract ignores. */
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Feed.MAX_PAYLOAD_BYTES)
                    .maxNameLength(Feed.MAX_PAYLOAD_BYTES)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private JsonText() {}

    static Members read(byte[] payload) throws RejectedException {
        return read(payload, Feed.MAX_PAYLOAD_BYTES);
    }

    static Members read(byte[] payload, int largest) throws RejectedException {
        if (payload.length > largest) {
            throw new RejectedException(
                    RejectionReason.TOO_LARGE, null, payload.length + " bytes, over the limit of " + largest);
        }
        if (!isUtf8(payload)) {
            throw new RejectedException(RejectionReason.MALFORMED_JSON, null, "the bytes are not UTF-8");
        }
        if (readValue(payload) instanceof Map<?, ?> members) {
            return new Members("", members);
        }
        throw new RejectedException(RejectionReason.NOT_AN_OBJECT, null, "JSON, but no object");
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Object readValue(byte[] payload) throws RejectedException {
        try (JsonParser parser = FACTORY.createParser(payload)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new RejectedException(RejectionReason.MALFORMED_JSON, null, "the payload is empty");
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation().getByteOffset());
            }
            return value;
        } catch (JacksonException e) {
            // Its message would quote the payload.
            throw malformed(e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static RejectedException malformed(long offset) {
        return new RejectedException(RejectionReason.MALFORMED_JSON, null, "not one JSON text, from byte " + offset);
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> NumberText.of(parser.getText());
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Object value = value(parser, parser.nextToken());
            if (value == NULL) {
                members.remove(name);
            } else {
                members.put(name, value);
            }
        }
        return members;
    }
}

package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;

/**
 * The fast way to read a tap: one pass over its bytes, making no text but what the tap keeps. It gives no reasons.
 * Of a record that is at fault, or merely spelled in a way that is rare, it says nothing, and {@link TapJudge} reads
 * it again; what it does answer is what that one would have answered.
 */
final class TapScanner {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final PaddedBytes bytes = new PaddedBytes();
    private final TapFieldNames names = new TapFieldNames();
    private final TapValues values;

    TapScanner(SiteDirectory sites) {
        this.values = new TapValues(bytes, sites);
    }

    /** The tap, or null for a record that must be read by other means. */
    @Nullable
    Tap scan(byte[] payload, long recordTimestamp) {
        values.clear();
        if (!bytes.load(payload) || !readMembers()) {
            return null;
        }
        return values.toTap(recordTimestamp);
    }

    private boolean readMembers() {
        long seen = 0;
        TapFieldNames.Name name = names.other();
        int at = bytes.skipSpace(0);
        if (bytes.at(at) != '{') {
            return false;
        }
        do {
            int quote = bytes.skipSpace(at + 1);
            if (bytes.at(quote) != '"') {
                return false;
            }
            name = names.find(bytes, quote + 1, name);
            boolean again = (seen & name.bit()) != 0;
            seen |= name.bit();
            at = again ? -1 : readMember(name, quote + 1);
            if (at < 0) {
                return false;
            }
            at = bytes.skipSpace(at);
        } while (bytes.at(at) == ',');
        boolean ends = bytes.at(at) == '}' && bytes.skipSpace(at + 1) == bytes.length();
        return ends && (seen & names.required()) == names.required();
    }

    /** Reads on from a name to behind its value; negative for anything unusual. */
    private int readMember(TapFieldNames.Name name, int from) {
        int quote = name == names.other() ? bytes.endOfText(from) : from + name.length();
        if (quote < 0) {
            return -1;
        }
        int colon = bytes.skipSpace(quote + 1);
        return bytes.at(colon) == ':' ? readValue(name.field(), bytes.skipSpace(colon + 1)) : -1;
    }

    private int readValue(TapField field, int at) {
        return switch (bytes.at(at)) {
            case '"' -> {
                int quote = bytes.endOfText(at + 1);
                yield quote >= 0 && values.readText(field, at + 1, quote) ? quote + 1 : -1;
            }
            case 't' -> bytes.holds(at, TRUE) && values.readFlag(field, true) ? at + TRUE.length : -1;
            case 'f' -> bytes.holds(at, FALSE) && values.readFlag(field, false) ? at + FALSE.length : -1;
            case 'n' -> bytes.holds(at, NULL) && !field.required() ? at + NULL.length : -1;
            default -> {
                int end = bytes.endOfNumber(at);
                yield end >= 0 && values.readNumber(field) ? end : -1;
            }
        };
    }
}

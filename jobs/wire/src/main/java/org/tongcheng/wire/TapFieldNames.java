package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which field a name is. Records of one source repeat their order, so the name that followed the same
 * predecessor last time is tried first: three words are compared, and nothing is searched.
 */
final class TapFieldNames {

    private final Name[] names = new Name[TapField.CONTRACT.size()];
    private final Name other = new Name(TapField.OTHER, 0);
    private final long required;

    TapFieldNames() {
        long bits = 0;
        for (int i = 0; i < names.length; i++) {
            names[i] = new Name(TapField.CONTRACT.get(i), 1L << i);
            bits |= names[i].field.required() ? names[i].bit : 0;
        }
        required = bits;
    }

    /** One field's name with its closing quote, as words, and which of their bits count. */
    static final class Name {

        private static final int LONGEST = 3 * Long.BYTES;

        private final TapField field;
        private final long bit;
        private final int length;
        private final long first;
        private final long second;
        private final long third;
        private final long firstMask;
        private final long secondMask;
        private final long thirdMask;
        private @Nullable Name follower;

        Name(TapField field, long bit) {
            this.field = field;
            this.bit = bit;
            this.length = field.wireName().length();
            byte[] name = (field.wireName() + '"').getBytes(StandardCharsets.US_ASCII);
            byte[] mask = new byte[LONGEST];
            Arrays.fill(mask, 0, name.length, (byte) 0xFF);
            byte[] padded = Arrays.copyOf(name, LONGEST);
            first = PaddedBytes.word(padded, 0);
            second = PaddedBytes.word(padded, Long.BYTES);
            third = PaddedBytes.word(padded, 2 * Long.BYTES);
            firstMask = PaddedBytes.word(mask, 0);
            secondMask = PaddedBytes.word(mask, Long.BYTES);
            thirdMask = PaddedBytes.word(mask, 2 * Long.BYTES);
        }

        TapField field() {
            return field;
        }

        int length() {
            return length;
        }

        /** Stands for the name in sets of names; 0 where the contract does not know it. */
        long bit() {
            return bit;
        }

        private boolean is(long one, long two, long three) {
            long different =
                    ((one ^ first) & firstMask) | ((two ^ second) & secondMask) | ((three ^ third) & thirdMask);
            return different == 0;
        }
    }

    /** What stands before the first name, and stands for every name that the contract does not know. */
    Name other() {
        return other;
    }

    /** The names that every tap must have. */
    long required() {
        return required;
    }

    /** @param from where a name begins, behind its quote */
    Name find(PaddedBytes bytes, int from, Name previous) {
        long first = bytes.word(from);
        long second = bytes.word(from + Long.BYTES);
        long third = bytes.word(from + 2 * Long.BYTES);
        Name expected = previous.follower;
        if (expected != null && expected.is(first, second, third)) {
            return expected;
        }
        for (Name name : names) {
            if (name.is(first, second, third)) {
                previous.follower = name;
                return name;
            }
        }
        return other;
    }
}

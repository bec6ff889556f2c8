package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Taps as their sources might spell them: sound, odd or broken. */
final class RandomTaps {

    private final Random random;

    RandomTaps(Random random) {
        this.random = random;
    }

    /** A record of which at most a few fields are odd. */
    String next() {
        List<String> names = new ArrayList<>();
        for (TapField field : TapField.CONTRACT) {
            if (oneIn(field.required() ? 200 : 2) != field.required()) {
                names.add(field.wireName());
            }
        }
        if (oneIn(4)) {
            names.add(List.of("balance", "other", "交通").get(random.nextInt(3)));
        }
        if (oneIn(20)) {
            names.add(names.get(random.nextInt(names.size())));
        }
        if (oneIn(3)) {
            Collections.shuffle(names, random);
        }
        boolean oddity = oneIn(3);
        List<String> members = new ArrayList<>();
        for (String name : names) {
            String value = oddity && oneIn(15) ? anyOf(TapSpellings.ODD) : usual(name, oddity);
            members.add(space() + "\"" + name + "\"" + space() + ":" + space() + value + space());
        }
        return space() + "{" + String.join(",", members) + "}" + space();
    }

    /** Those bytes with a few of them changed, put in or taken out. */
    byte[] damaged(byte[] payload) {
        byte[] bytes = payload;
        for (int edits = 1 + random.nextInt(3); edits > 0 && bytes.length > 1; edits--) {
            int at = random.nextInt(bytes.length);
            byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
            int cut = random.nextInt(3);
            byte[] put = new byte[random.nextInt(3)];
            for (int i = 0; i < put.length; i++) {
                put[i] = interesting();
            }
            byte[] rest = Arrays.copyOfRange(tail, Math.min(cut, tail.length), tail.length);
            byte[] edited = Arrays.copyOf(bytes, at + put.length + rest.length);
            System.arraycopy(put, 0, edited, at, put.length);
            System.arraycopy(rest, 0, edited, at + put.length, rest.length);
            bytes = edited;
        }
        return bytes;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private String usual(String name, boolean anything) {
        List<String> values = TapSpellings.of(name);
        // Sound values come first in each list.
        return values.get(random.nextInt(anything && oneIn(4) ? values.size() : 1 + values.size() / 8));
    }

    private String space() {
        return oneIn(40) ? anyOf(List.of(" ", "\n", "\t ", "\r\n")) : "";
    }

    private String anyOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private byte interesting() {
        byte[] letters = RandomTaps.bytes("\"\\{}[]:,.-+eE0189aftnuTZ \n\u0000\u001f\u007fé铁");
        return oneIn(4) ? (byte) random.nextInt(256) : letters[random.nextInt(letters.length)];
    }
}

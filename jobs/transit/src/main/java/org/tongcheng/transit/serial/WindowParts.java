package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.transit.DurationCounts;
import org.tongcheng.plumbing.serial.Varint;

/** How the parts that {@code WindowPart} and {@code WindowCell} share are written. */
final class WindowParts {

    private WindowParts() {}

    static void writeSums(long[] sums, DataOutputView target) throws IOException {
        target.writeByte(sums.length);
        for (long sum : sums) {
            Varint.writeSigned(sum, target);
        }
    }

    static long[] readSums(DataInputView source) throws IOException {
        long[] sums = new long[source.readByte()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Varint.readSigned(source);
        }
        return sums;
    }

    static void writeTokens(byte @Nullable [] tokens, DataOutputView target) throws IOException {
        if (tokens == null) {
            Varint.write(0, target);
            return;
        }
        Varint.write(tokens.length, target);
        target.write(tokens);
    }

    static byte @Nullable [] readTokens(DataInputView source) throws IOException {
        int length = (int) Varint.read(source);
        if (length == 0) {
            return null;
        }
        byte[] tokens = new byte[length];
        source.readFully(tokens);
        return tokens;
    }

    static void writeDurations(@Nullable DurationCounts durations, DataOutputView target) throws IOException {
        if (durations == null) {
            Varint.write(0, target);
            return;
        }
        Varint.write(durations.seconds().length + 1L, target);
        int before = 0;
        for (int i = 0; i < durations.seconds().length; i++) {
            Varint.write(durations.seconds()[i] - before, target);
            Varint.writeSigned(durations.counts()[i], target);
            before = durations.seconds()[i];
        }
    }

    static @Nullable DurationCounts readDurations(DataInputView source) throws IOException {
        int size = (int) Varint.read(source) - 1;
        if (size < 0) {
            return null;
        }
        int[] seconds = new int[size];
        long[] counts = new long[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            before += (int) Varint.read(source);
            seconds[i] = before;
            counts[i] = Varint.readSigned(source);
        }
        return new DurationCounts(seconds, counts);
    }
}

package org.tongcheng.alerts.serial;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.plumbing.serial.Varint;

/** Short forms of counts and readings. */
final class Packed {

    private static final int MUTED = 1;
    private static final int SMALL = 2;
    private static final int LARGE = 4;

    private Packed() {}

    static int readInt(DataInputView source) throws IOException {
        return (int) Varint.readSigned(source);
    }

    /** Times as steps from one to the next. */
    static void writeReadings(List<Reading> readings, DataOutputView target) throws IOException {
        Varint.writeSigned(readings.size(), target);
        long last = 0;
        for (Reading reading : readings) {
            Varint.writeSigned(reading.time() - last, target);
            last = reading.time();
            writeValue(reading.value(), reading.muted(), target);
        }
    }

    static List<Reading> readReadings(DataInputView source) throws IOException {
        int count = readInt(source);
        List<Reading> readings = new ArrayList<>(count);
        long last = 0;
        for (int i = 0; i < count; i++) {
            last += Varint.readSigned(source);
            int flags = source.readByte();
            readings.add(new Reading(last, readValue(flags, source), (flags & MUTED) != 0));
        }
        return readings;
    }

    private static void writeValue(@Nullable BigDecimal value, boolean muted, DataOutputView target)
            throws IOException {
        int flags = muted ? MUTED : 0;
        if (value == null) {
            target.writeByte(flags);
            return;
        }
        BigInteger digits = value.unscaledValue();
        boolean small = digits.bitLength() < Long.SIZE;
        target.writeByte(flags | (small ? SMALL : LARGE));
        Varint.writeSigned(value.scale(), target);
        if (small) {
            Varint.writeSigned(digits.longValue(), target);
        } else {
            byte[] bytes = digits.toByteArray();
            Varint.writeSigned(bytes.length, target);
            target.write(bytes);
        }
    }

    private static @Nullable BigDecimal readValue(int flags, DataInputView source) throws IOException {
        if ((flags & (SMALL | LARGE)) == 0) {
            return null;
        }
        int scale = readInt(source);
        if ((flags & SMALL) != 0) {
            return BigDecimal.valueOf(Varint.readSigned(source), scale);
        }
        byte[] bytes = new byte[readInt(source)];
        source.readFully(bytes);
        return new BigDecimal(new BigInteger(bytes), scale);
    }
}

package org.tongcheng.plumbing.serial;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Numbers in seven-bit groups, low group first; signed ones zigzag, so that small numbers are short either way. */
public final class Varint {

    private Varint() {}

    public static void write(long value, DataOutputView target) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target.writeByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        target.writeByte((int) rest);
    }

    public static long read(DataInputView source) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = source.readByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    public static void writeSigned(long value, DataOutputView target) throws IOException {
        write(value << 1 ^ value >> 63, target);
    }

    public static long readSigned(DataInputView source) throws IOException {
        long zigzag = read(source);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}

package org.tongcheng.transit.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.plumbing.serial.Varint;

/** How a transaction id is written: a zero and its 128 bits, or the length and bytes of its text. */
final class TransactionIds {

    private TransactionIds() {}

    static void write(TransactionId id, DataOutputView target) throws IOException {
        String text = id.other();
        if (text == null) {
            target.writeByte(0);
            target.writeLong(id.high());
            target.writeLong(id.low());
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Varint.write(utf8.length + 1L, target);
        target.write(utf8);
    }

    static TransactionId read(DataInputView source) throws IOException {
        int length = (int) Varint.read(source) - 1;
        if (length < 0) {
            return new TransactionId(source.readLong(), source.readLong(), null);
        }
        byte[] utf8 = new byte[length];
        source.readFully(utf8);
        return TransactionId.of(new String(utf8, StandardCharsets.UTF_8));
    }
}

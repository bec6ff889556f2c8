package org.tongcheng.transit.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The ways in which Flink carries a value through bytes. */
final class Serialized {

    /** Stands behind each value, so that a serializer that reads too far or not far enough is found out. */
    private static final long GUARD = 0x5EED_0F_7A95L;

    private Serialized() {}

    static <T> byte[] bytes(TypeSerializer<T> serializer, T value) {
        try {
            DataOutputSerializer target = new DataOutputSerializer(64);
            serializer.serialize(value, target);
            return target.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written by one serializer, read by another. */
    static <T> T through(TypeSerializer<T> serializer, T value) {
        try {
            DataOutputSerializer target = new DataOutputSerializer(64);
            serializer.serialize(value, target);
            target.writeLong(GUARD);
            DataInputDeserializer source = new DataInputDeserializer(target.getCopyOfBuffer());
            T read = serializer.duplicate().deserialize(serializer.createInstance(), source);
            guard(source);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes to bytes, as a spilling channel and a state migration do. */
    static <T> byte[] copied(TypeSerializer<T> serializer, byte[] bytes) {
        try {
            DataInputDeserializer source = new DataInputDeserializer(bytes);
            DataOutputSerializer target = new DataOutputSerializer(64);
            serializer.copy(source, target);
            return target.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every way to copy an immutable value, with and without bytes. */
    static <T> void assertCopies(TypeSerializer<T> serializer, T value) {
        byte[] bytes = bytes(serializer, value);
        assertThat(copied(serializer, bytes)).isEqualTo(bytes);
        assertThat(serializer.copy(value)).usingRecursiveComparison().isEqualTo(value);
        assertThat(serializer.copy(value, serializer.createInstance()))
                .usingRecursiveComparison()
                .isEqualTo(value);
        assertThat(serializer.getLength()).isEqualTo(-1);
    }

    /** The snapshot as a restored job finds it. */
    static <T> TypeSerializerSnapshot<T> restored(TypeSerializerSnapshot<T> snapshot) {
        try {
            DataOutputSerializer target = new DataOutputSerializer(64);
            TypeSerializerSnapshot.writeVersionedSnapshot(target, snapshot);
            return TypeSerializerSnapshot.readVersionedSnapshot(
                    new DataInputDeserializer(target.getCopyOfBuffer()), Serialized.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void guard(DataInputDeserializer source) throws IOException {
        if (source.readLong() != GUARD || source.available() != 0) {
            throw new AssertionError("the value was not read to its end");
        }
    }
}

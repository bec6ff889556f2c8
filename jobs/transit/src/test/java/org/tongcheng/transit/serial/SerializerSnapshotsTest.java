package org.tongcheng.transit.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.transit.window.WindowPart;

class SerializerSnapshotsTest {

    static List<TypeSerializer<?>> serializers() {
        return List.of(
                TapSerializer.INSTANCE,
                CardTapSerializer.INSTANCE,
                TapsByCardSerializer.INSTANCE,
                WindowPartSerializer.INSTANCE,
                WindowCellSerializer.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    <T> void aRestoredJobFindsItsOwnSerializer(TypeSerializer<T> serializer) {
        TypeSerializerSnapshot<T> restored = Serialized.restored(serializer.snapshotConfiguration());

        assertThat(restored.restoreSerializer()).hasSameClassAs(serializer).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
        T instance = serializer.createInstance();
        assertThat(Serialized.bytes(restored.restoreSerializer(), instance))
                .isEqualTo(Serialized.bytes(serializer, instance));
    }

    @Test
    void stateOfAnotherSerializerIsRefused() {
        TypeSerializerSnapshot<WindowPart> other = Serialized.restored(new WindowPartSerializer.Snapshot());
        assertThat(resolve(new TapSerializer.Snapshot(), other)).isTrue();
    }

    @SuppressWarnings("unchecked") // the two types differ on purpose
    private static <T> boolean resolve(TypeSerializerSnapshot<T> now, TypeSerializerSnapshot<?> before) {
        return now.resolveSchemaCompatibility((TypeSerializerSnapshot<T>) before)
                .isIncompatible();
    }

    @Test
    void typesNameTheirSerializerAndNothingElse() {
        assertThat(TransitTypes.TAP.createSerializer(new SerializerConfigImpl()))
                .isEqualTo(TapSerializer.INSTANCE)
                .isNotSameAs(TapSerializer.INSTANCE);
        assertThat(TransitTypes.WINDOW_PART.createSerializer(new SerializerConfigImpl()))
                .isEqualTo(WindowPartSerializer.INSTANCE);
        assertThat(TransitTypes.TAP.getTypeClass()).isEqualTo(Tap.class);
        assertThat(TransitTypes.TAP)
                .isNotEqualTo(TransitTypes.WINDOW_PART)
                .doesNotHaveSameHashCodeAs(TransitTypes.WINDOW_PART)
                .hasToString("CompactType<Tap>");
        assertThat(TransitTypes.TAP.canEqual(TransitTypes.WINDOW_PART)).isTrue();
        assertThat(TransitTypes.TAP.isBasicType()).isFalse();
        assertThat(TransitTypes.TAP.isTupleType()).isFalse();
        assertThat(TransitTypes.TAP.isKeyType()).isFalse();
        assertThat(TransitTypes.TAP.getArity()).isEqualTo(1);
        assertThat(TransitTypes.TAP.getTotalFields()).isEqualTo(1);
    }
}

package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    @Property(tries = 500)
    void tellsNewFromSeenLikeASet(@ForAll @Size(max = 400) List<@LongRange(min = -50, max = 50) Long> hashes) {
        RecentIds ids = new RecentIds();
        Set<Long> seen = new HashSet<>();
        for (long hash : hashes) {
            assertThat(ids.add(hash, 7, 0)).isEqualTo(seen.add(hash));
        }
        assertThat(ids.size()).isEqualTo(seen.size());
    }

    @Property(tries = 500)
    void survivesTakingApartAndCopying(
            @ForAll @Size(max = 200) List<Long> hashes, @ForAll @IntRange(min = 1) int minute) {
        RecentIds ids = new RecentIds();
        hashes.forEach(hash -> ids.add(hash, minute, 0));
        RecentIds again = RecentIds.of(ids.toBytes());
        RecentIds copy = ids.copy();
        for (long hash : hashes) {
            assertThat(again.add(hash, minute, 0)).isFalse();
            assertThat(copy.add(hash, minute, 0)).isFalse();
        }
        copy.add(4711L, minute, 0);
        assertThat(copy.size()).isBetween(ids.size(), ids.size() + 1);
    }

    @Test
    void forgetsOldIdsInsteadOfGrowing() {
        RecentIds ids = new RecentIds();
        for (int minute = 1; minute <= 10_000; minute++) {
            assertThat(ids.add(TransactionHash.half("tap-" + minute, 1), minute, minute - 10))
                    .isTrue();
        }
        assertThat(ids.size()).isLessThan(64);
        ByteBuffer bytes = ByteBuffer.wrap(ids.toBytes());
        while (bytes.hasRemaining()) {
            bytes.getLong();
            assertThat(bytes.getInt()).isGreaterThan(9_900);
        }
    }

    @Test
    void hashesOfManyIdsDiffer() {
        Set<TransactionHash> hashes = new HashSet<>();
        Set<Long> halves = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            TransactionHash hash = TransactionHash.of("T" + i);
            hashes.add(hash);
            halves.add(hash.low());
        }
        assertThat(hashes).hasSize(200_000);
        assertThat(halves).hasSize(200_000);
    }
}

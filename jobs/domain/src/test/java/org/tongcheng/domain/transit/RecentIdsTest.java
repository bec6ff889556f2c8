package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.TransactionId;

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

    /** Hashes that want the same place, and enough of them to grow often. */
    @Test
    void knowsEveryIdThatIsNotTooOld() {
        Random random = new Random(1);
        RecentIds ids = new RecentIds();
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int minute = 1000 + i / 100;
            int oldest = minute - 30;
            known.values().removeIf(seen -> seen < oldest);
            long hash = (long) random.nextInt(3000) << 40 | random.nextInt(3);
            boolean isNew = ids.add(hash, minute, oldest);
            assertThat(isNew && known.containsKey(hash)).isFalse();
            if (isNew) {
                known.put(hash, minute);
            }
        }
        assertThat(ids.size()).isBetween(known.size(), 3 * 3000);
        known.forEach((hash, minute) -> assertThat(ids.add(hash, minute, 0)).isFalse());
        assertThat(ids.add(-1, 1200, 0)).isTrue();
    }

    @Test
    void forgetsOldIdsInsteadOfGrowing() {
        RecentIds ids = new RecentIds();
        for (int minute = 1; minute <= 10_000; minute++) {
            assertThat(ids.add(TransactionId.of("tap-" + minute).hash(1), minute, minute - 10))
                    .isTrue();
        }
        assertThat(ids.size()).isLessThan(64);
    }
}

package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
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

package org.tongcheng.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.reference.Rules;

class ReplayRequestTest {

    private static ReplayRequest request(String id, long from, long to, int parallelism) {
        return new ReplayRequest(
                id,
                Set.of(Feed.TRANSIT_TAPS),
                from,
                to,
                ReplaySource.BOTH,
                "/archive",
                null,
                Path.of("runs"),
                parallelism,
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a/b", "..", "a b", "abcdefghijklmnopqrstuvwxyz0123456789-_abcde"})
    void anIdIsAName(String id) {
        assertThatThrownBy(() -> request(id, 0, 1, 1)).hasMessageContaining("--into");
    }

    @Test
    void saysWhichOptionIsWrong() {
        assertThatThrownBy(() -> request("a", 1, 1, 1)).hasMessageContaining("--to");
        assertThatThrownBy(() -> request("a", 0, 1, 0)).hasMessageContaining("--parallelism");
        assertThat(request("last-week_2", 0, 1, 1).folder()).isEqualTo(Path.of("runs/last-week_2"));
        assertThat(request("a", 0, 1, 1).sourceName()).isEqualTo("both");
    }

    @Test
    void weeksOfTapsWarmUpOnlyWhatComparesWithThem() {
        Rules chengdu = RegionDirectory.resolveRules("chengdu");

        assertThat(WarmUp.of(Feed.TRANSIT_TAPS, chengdu)).isEqualTo(Duration.ofDays(59));
        assertThat(WarmUp.of(Feed.TRANSIT_TAPS, new Rules(List.of(), List.of())))
                .isEqualTo(Duration.ofDays(3));
        assertThat(WarmUp.of(Feed.AIR_OBSERVATIONS, chengdu)).isEqualTo(Duration.ofDays(36));
    }
}

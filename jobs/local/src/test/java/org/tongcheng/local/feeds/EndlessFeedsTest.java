package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.reference.RegionDirectory;

class EndlessFeedsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-05T01:17:30Z");
    private static final Duration MONTH = Duration.ofDays(31);

    private final EndlessFeeds feeds = new EndlessFeeds(RegionDirectory.shipped("chengdu"), BEGIN, 1_000, 7);

    @Test
    void beginsWithWhatArrivesThenOrLater() {
        assertThat(feeds.next().arrivedAt()).isGreaterThanOrEqualTo(BEGIN.toEpochMilli());
    }

    @Test
    void goesOnBeyondTheMonthThatIsGeneratedInOrderOfArrivalAndWithoutRepeatingATap() {
        long end = BEGIN.plus(MONTH).plus(MONTH).plus(Duration.ofDays(1)).toEpochMilli();
        Set<String> taps = new HashSet<>();
        long latest = 0;
        long sinceTheMonth = 0;
        while (latest < end) {
            GeneratedRecord next = feeds.next();
            assertThat(next.arrivedAt()).isGreaterThanOrEqualTo(latest);
            latest = next.arrivedAt();
            if (next.feed() == Feed.TRANSIT_TAPS && next.fault() == FaultKind.NONE) {
                assertThat(taps.add(idOf(next))).isTrue();
                sinceTheMonth += latest > BEGIN.plus(MONTH).toEpochMilli() ? 1 : 0;
            }
        }
        assertThat(sinceTheMonth).isBetween(20_000L, 50_000L);
    }

    @Test
    void refusesMoreTapsThanItCanMake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndlessFeeds(RegionDirectory.shipped("chengdu"), BEGIN, 1, 7))
                .withMessageContaining("a day holds");
    }

    private static String idOf(GeneratedRecord tap) {
        String text = new String(tap.payload(), StandardCharsets.UTF_8);
        int id = text.indexOf("transaction_id") + 17;
        return text.substring(id, text.indexOf('"', id));
    }
}

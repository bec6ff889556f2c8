package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.feed.Feed;

@PropertyDefaults(tries = 40)
class ArchiveLawsTest {

    private static final int PARTITIONS = 2;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** Days on which observations were made, some of them just beyond the accepted lateness of others. */
    private static final List<Integer> DAYS = List.of(0, 1, 34, 35, 36, 37, 38, 72, 73);

    /**
     * What arrives at a partition.
     *
     * @param day of the event, from the first one
     * @param kind 0 is broken, the others differ in what they say
     */
    record Sent(Feed feed, int partition, int day, int kind) {

        String date() {
            return FIRST.plusDays(day).toString();
        }

        String payload() {
            if (kind == 0) {
                return "broken";
            }
            return switch (feed) {
                case TRANSIT_TAPS -> FeedTopics.tap("tap-" + day + "-" + kind, date(), FeedTopics.TOKEN);
                case AIR_OBSERVATIONS -> FeedTopics.air(date() + "T08", kind);
                case WATER_OBSERVATIONS -> FeedTopics.water(date() + "T08", kind);
            };
        }
    }

    /** Records of one feed, in any order. */
    @Provide
    Arbitrary<List<Sent>> arrivals() {
        return Arbitraries.of(Feed.values()).flatMap(feed -> Combinators.combine(
                        Arbitraries.integers().between(0, PARTITIONS - 1),
                        feed == Feed.TRANSIT_TAPS ? Arbitraries.integers().between(0, 5) : Arbitraries.of(DAYS),
                        Arbitraries.integers().between(0, 3))
                .as((partition, day, kind) -> new Sent(feed, partition, day, kind))
                .list()
                .ofMaxSize(60));
    }

    @Property
    void aRestoreInTheMiddleChangesNoVerdict(
            @ForAll("arrivals") List<Sent> arrivals, @ForAll @IntRange(max = 100) int percent) throws Exception {
        int middle = arrivals.size() * percent / 100;
        Map<String, OperatorSubtaskState> state;
        List<String> expected;
        try (ArchiveRun run = ArchiveRun.started()) {
            send(run, arrivals, 0, middle);
            state = run.snapshot();
            run.take();
            send(run, arrivals, middle, arrivals.size());
            expected = run.judged();
        }
        try (ArchiveRun run = ArchiveRun.restored(state)) {
            send(run, arrivals, middle, arrivals.size());

            assertThat(run.judged()).hasSize(arrivals.size() - middle).isEqualTo(expected);
            run.finish();
            assertThat(run.remembered()).isEmpty();
        }
    }

    /** Each record is followed by the watermark that a source would have got to by then. */
    private static void send(ArchiveRun run, List<Sent> arrivals, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            Sent sent = arrivals.get(i);
            run.send(sent.feed(), sent.partition(), sent.payload());
            Map<Integer, Integer> days = new TreeMap<>();
            arrivals.subList(0, i + 1).stream()
                    .filter(before -> before.kind() != 0)
                    .forEach(before -> days.merge(before.partition(), before.day(), Math::max));
            if (days.size() == PARTITIONS) {
                int reached = days.values().stream().mapToInt(day -> day).min().orElseThrow();
                run.watermark(FIRST.plusDays(reached) + "T07:59:59.999");
            }
        }
    }
}

package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;

class StreamingTest {

    @Test
    void onlyTapsOnTheirWayAreHeld() {
        TapStream oneDay = stream(Chengdu.WHOLE_DAY.withTapsPerDay(1_000_000));
        TapStream threeDays = stream(Chengdu.WHOLE_DAY.withTapsPerDay(1_000_000).during(0, 72));

        assertThat(drain(threeDays)).isGreaterThan(2 * drain(oneDay));
        assertThat(oneDay.mostHeld()).isLessThan(80_000);
        assertThat(threeDays.mostHeld()).isLessThan(80_000);
    }

    @Test
    void anExhaustedStreamSaysSo() {
        RecordStream records = new FeedsGenerator(
                        Chengdu.REGION, Chengdu.WHOLE_DAY.withTapsPerDay(1_000).during(8, 1))
                .records();
        Chengdu.drained(records);

        assertThat(records.hasNext()).isFalse();
        assertThatThrownBy(records::next).isInstanceOf(NoSuchElementException.class);
        TapStream taps = stream(Chengdu.WHOLE_DAY.withTapsPerDay(1_000));
        drain(taps);
        assertThatThrownBy(taps::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theTapsAloneAreTheTapsAmongAllRecords() {
        FeedsGenerator generator = new FeedsGenerator(Chengdu.REGION, Chengdu.WHOLE_DAY.withTapsPerDay(20_000));
        List<byte[]> alone = Chengdu.drained(generator.taps()).stream()
                .map(GeneratedRecord::payload)
                .toList();
        List<byte[]> among = Chengdu.drained(generator.records()).stream()
                .filter(generated -> generated.feed() == Feed.TRANSIT_TAPS)
                .map(GeneratedRecord::payload)
                .toList();

        assertThat(among).usingElementComparator(Arrays::compare).isEqualTo(alone);
    }

    @Test
    void aDayMayBeginAtAnyHour() {
        FeedsPlan morning = Chengdu.UNDISTURBED.during(7, 2);
        FeedsGenerator generator = new FeedsGenerator(Chengdu.REGION, morning);

        List<GeneratedRecord> records = Chengdu.drained(generator.taps());

        assertThat(records).hasSizeBetween(40_000, 60_000);
        assertThat(records.get(0).eventTime()).isGreaterThanOrEqualTo(generator.begin());
        assertThat(generator.end() - generator.begin()).isEqualTo(2 * 3_600_000L);
    }

    private static TapStream stream(FeedsPlan plan) {
        return new FeedsGenerator(Chengdu.REGION, plan).tapStream();
    }

    private static long drain(TapStream stream) {
        long taps = 0;
        while (stream.hasNext()) {
            stream.next();
            taps++;
        }
        return taps;
    }
}

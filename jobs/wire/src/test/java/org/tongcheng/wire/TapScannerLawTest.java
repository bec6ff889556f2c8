package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;

/** What the scanner answers is what the judge answers; what it must not answer, it does not. */
class TapScannerLawTest {

    private static final long ARRIVED = 1_772_670_000_000L;

    /** Stops whose city depends on the day. */
    static final SiteDirectory SITES = new SiteDirectory() {
        @Override
        public @Nullable String cityOfStop(String stopId, long eventTime) {
            long day = Math.floorDiv(eventTime + 8 * 3_600_000L, 86_400_000L);
            return stopId.startsWith("stop") ? (day % 2 == 0 ? "511400" : "512000") : null;
        }

        @Override
        public boolean knowsAirStation(String stationId, long observedAt) {
            return false;
        }

        @Override
        public boolean knowsWaterSection(String sectionId, long observedAt) {
            return false;
        }
    };

    private final TapScanner scanner = new TapScanner(SITES);
    private final TapDecoder decoder = new TapDecoder(SITES);

    @Provide
    Arbitrary<byte[]> taps() {
        return Arbitraries.randomValue(random -> RandomTaps.bytes(new RandomTaps(random).next()));
    }

    @Provide
    Arbitrary<byte[]> damagedTaps() {
        return Arbitraries.randomValue(random -> {
            RandomTaps taps = new RandomTaps(random);
            return taps.damaged(RandomTaps.bytes(taps.next()));
        });
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void answersLikeTheJudge(@ForAll("taps") byte[] payload, @ForAll boolean arrivalKnown) {
        agree(payload, arrivalKnown ? ARRIVED : FeedRecord.UNKNOWN_TIME);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void answersLikeTheJudgeOnDamagedBytes(@ForAll("damagedTaps") byte[] payload) {
        agree(payload, FeedRecord.UNKNOWN_TIME);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void answersLikeTheJudgeOnAnyBytes(@ForAll byte[] payload) {
        agree(payload, ARRIVED);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void answersMostOfWhatTheJudgeAccepts(@ForAll Random random) {
        RandomTaps taps = new RandomTaps(random);
        int accepted = 0;
        int answered = 0;
        for (int i = 0; i < 100; i++) {
            byte[] payload = RandomTaps.bytes(taps.next());
            accepted += decoder.judge(payload, FeedRecord.UNKNOWN_TIME).value() == null ? 0 : 1;
            answered += scanner.scan(payload, FeedRecord.UNKNOWN_TIME) == null ? 0 : 1;
        }

        assertThat(accepted).isGreaterThan(30);
        assertThat(answered).isGreaterThan(accepted * 7 / 10);
    }

    private void agree(byte[] payload, long recordTimestamp) {
        Tap scanned = scanner.scan(payload, recordTimestamp);
        Decoded<Tap> judged = decoder.judge(payload, recordTimestamp);

        if (scanned != null) {
            assertThat(scanned).as(new String(payload, StandardCharsets.UTF_8)).isEqualTo(judged.value());
        }
        assertThat(decoder.decode(payload, recordTimestamp)).isEqualTo(judged);
    }
}

package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Tap;

/** The laws of the scanner on taps that are the same every time, so that it can be counted how many it answers. */
class TapScannerTest {

    private static final int TAPS = 300;

    private final TapScanner scanner = new TapScanner(TapScannerLawTest.SITES);
    private final TapDecoder decoder = new TapDecoder(TapScannerLawTest.SITES);
    private final Random random = new Random(20_260_305);
    private final RandomTaps taps = new RandomTaps(random);

    /** To answer less is slower and to answer more is welcome: then the number changes, and someone knows why. */
    @Test
    void answersAsManyTapsAsEver() {
        int accepted = 0;
        int answered = 0;
        for (int i = 0; i < TAPS; i++) {
            byte[] payload = RandomTaps.bytes(taps.next());
            accepted += decoder.judge(payload, FeedRecord.UNKNOWN_TIME).value() == null ? 0 : 1;
            answered += answersLikeTheJudge(payload) ? 1 : 0;
        }

        assertThat(accepted).isEqualTo(187);
        assertThat(answered).isEqualTo(178);
    }

    @Test
    void answersAsManyDamagedTapsAsEver() {
        int answered = 0;
        for (int i = 0; i < TAPS; i++) {
            answered += answersLikeTheJudge(taps.damaged(RandomTaps.bytes(taps.next()))) ? 1 : 0;
        }

        assertThat(answered).isEqualTo(16);
    }

    private boolean answersLikeTheJudge(byte[] payload) {
        Tap scanned = scanner.scan(payload, FeedRecord.UNKNOWN_TIME);
        if (scanned != null) {
            assertThat(scanned)
                    .isEqualTo(decoder.judge(payload, FeedRecord.UNKNOWN_TIME).value());
        }
        return scanned != null;
    }
}

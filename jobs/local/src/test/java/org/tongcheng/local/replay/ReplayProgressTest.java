package org.tongcheng.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayProgressTest {

    @Test
    void tellsHowFarItIsAndHowLongItMayTake() {
        assertThat(ReplayProgress.line(1_500, 6_000, 3))
                .isEqualTo("read 1,500 of 6,000 records (25 %) in 3 s; about 9 s to go");
    }

    @Test
    void promisesNothingWhereNobodyKnowsHowManyThereAre() {
        assertThat(ReplayProgress.line(1_500, 0, 3)).isEqualTo("read 1,500 records in 3 s");
        assertThat(ReplayProgress.line(0, 6_000, 3)).isEqualTo("read 0 records in 3 s");
    }

    @Test
    void saysWhatItDoesWhenAllIsRead() {
        assertThat(ReplayProgress.line(6_000, 6_000, 3)).contains("closing windows");
    }
}

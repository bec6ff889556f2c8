package org.tongcheng.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;

class AccountTest {

    @Test
    void addsUpTheLedgerOfResultFiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("air.results.jsonl"), """
                {"measurement":"feed_ledger_1m","tags":{"feed":"air.observations"},"time":"2026-03-05T10:00:00+08:00","fields":{"received":3,"accepted":2,"revised":1,"flagged":0,"duplicate":0,"late":0,"rejected":1}}
                {"measurement":"feed_ledger_1m","tags":{"feed":"air.observations"},"time":"2026-03-05T10:01:00+08:00","fields":{"received":2,"accepted":0,"revised":0,"flagged":0,"duplicate":1,"late":1,"rejected":0}}
                {"measurement":"air_city_1h","tags":{"city_code":"510100"},"time":"2026-03-05T10:00:00+08:00","fields":{"aqi":53}}
                """);

        Account account = Account.of(List.of(file));

        assertThat(account.of(Feed.AIR_OBSERVATIONS))
                .isEqualTo(new LedgerCount(Feed.AIR_OBSERVATIONS, 0, 5, 2, 1, 0, 1, 1, 1));
        assertThat(account.of(Feed.TRANSIT_TAPS).received()).isZero();
        assertThatCode(account::requireBalance).doesNotThrowAnyException();
    }

    @Test
    void tellsTheNumbersWhenRecordsHaveVanished() {
        Account account = new Account(List.of(new LedgerCount(Feed.TRANSIT_TAPS, 0, 5, 2, 1, 0, 1, 0, 0)));

        assertThatThrownBy(account::requireBalance)
                .hasMessageContaining("transit.taps, 2 are not accounted for")
                .hasMessageContaining("5 received = 2 accepted (1 revised, 0 flagged) + 1 duplicate");
    }
}

package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.wire.Decoded;

class GeneratedRecordsTest {

    private static final List<GeneratedRecord> RECORDS = Chengdu.records(Chengdu.WHOLE_DAY.withTapsPerDay(60_000));

    @Test
    void everyRecordIsDecodedOrRejectedAsItsFaultSays() {
        for (GeneratedRecord generated : RECORDS) {
            Decoded<? extends FeedRecord> inFile = Chengdu.decode(generated);
            Decoded<? extends FeedRecord> onKafka =
                    Chengdu.decoder(generated.feed()).decode(generated.payload(), generated.arrivedAt());

            assertThat(inFile.rejection() == null ? null : inFile.rejection().reason())
                    .as("%s of %s", generated.fault(), generated.feed())
                    .isEqualTo(generated.fault().reason());
            assertThat(onKafka.rejection()).isEqualTo(inFile.rejection());
        }
    }

    @Test
    void tellsTheTimesThatDecodersRead() {
        for (GeneratedRecord generated : RECORDS) {
            FeedRecord value = Chengdu.decode(generated).value();
            if (value != null) {
                assertThat(value.eventTime()).isEqualTo(generated.eventTime());
                if (generated.fault() != FaultKind.EXACT_DUPLICATE) {
                    assertThat(value.arrivedAt()).isEqualTo(generated.arrivedAt());
                }
            }
        }
    }

    @Test
    void comeInOrderOfArrivalWithinTheHoursAndALittleAfter() {
        FeedsGenerator generator = new FeedsGenerator(Chengdu.REGION, Chengdu.WHOLE_DAY);

        assertThat(RECORDS).isSortedAccordingTo((left, right) -> Long.compare(left.arrivedAt(), right.arrivedAt()));
        assertThat(RECORDS.get(0).arrivedAt()).isGreaterThanOrEqualTo(generator.begin());
        assertThat(RECORDS.get(RECORDS.size() - 1).arrivedAt()).isLessThan(generator.end() + 90 * 60_000L);
    }

    @Test
    void holdEveryKindOfFault() {
        Set<FaultKind> seen = EnumSet.noneOf(FaultKind.class);
        RECORDS.forEach(generated -> seen.add(generated.fault()));

        assertThat(seen).containsExactlyInAnyOrder(FaultKind.values());
    }

    @Test
    void withoutFaultsEveryRecordIsAcceptedAndNew() {
        List<GeneratedRecord> records = Chengdu.records(Chengdu.UNDISTURBED.withTapsPerDay(20_000));

        assertThat(records).extracting(GeneratedRecord::fault).containsOnly(FaultKind.NONE);
        assertThat(records.stream().map(generated -> new String(generated.payload(), StandardCharsets.UTF_8)))
                .doesNotHaveDuplicates();
    }

    @Test
    void tapsHaveUnmistakableIdentitiesAndAreKeyedByToken() {
        Set<TransactionId> transactions = new HashSet<>();
        for (GeneratedRecord generated : RECORDS) {
            if (generated.feed() == Feed.TRANSIT_TAPS && generated.fault().verdict() == Verdict.ACCEPTED) {
                Tap tap = (Tap) Chengdu.value(generated);
                assertThat(transactions.add(tap.transactionId())).isTrue();
                assertThat(new String(generated.payload(), StandardCharsets.UTF_8))
                        .contains("\"token_id\":\"" + generated.key() + "\"");
            }
        }
    }

    @Test
    void flagsNothingButUnregisteredStops() {
        for (GeneratedRecord generated : RECORDS) {
            FeedRecord value = Chengdu.decode(generated).value();
            if (value != null) {
                assertThat(value.flagged()).isEqualTo(generated.fault() == FaultKind.UNREGISTERED_STOP);
            }
        }
    }

    @Test
    void theMadeUpCardNumberStandsInOneRecordOnly() {
        List<GeneratedRecord> raw = Chengdu.of(RECORDS, Feed.TRANSIT_TAPS, FaultKind.RAW_CARD_NUMBER);

        assertThat(raw).hasSize(1);
        assertThat(new String(raw.get(0).payload(), StandardCharsets.UTF_8)).contains(Breakage.MADE_UP_CARD_NUMBER);
        assertThat(raw.get(0).key()).doesNotContain(Breakage.MADE_UP_CARD_NUMBER);
    }

    @Test
    void noPayloadHoldsALineEnd() {
        for (GeneratedRecord generated : RECORDS) {
            assertThat(new String(generated.payload(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("\n", "\r");
        }
    }
}

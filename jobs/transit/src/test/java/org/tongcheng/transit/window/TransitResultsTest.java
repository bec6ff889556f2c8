package org.tongcheng.transit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.transit.DurationCounts;

class TransitResultsTest {

    @Test
    void sumsStandInTheOrderOfTheMeasurement() {
        Result result = pointOf(part(TransitWindow.CITY_HOUR, "510100", new long[] {1, 2, 3, 4, 5, 6, 7}, tokens(9)));

        assertThat(result.series()).isEqualTo("transit_city_1h,city_code=510100");
        assertThat(result.time()).isEqualTo(MIDNIGHT);
        assertThat(result.revision()).isZero();
        assertThat(result.fields())
                .extracting(Field::name, Field::value)
                .containsExactly(
                        tuple("total_entries", "1"),
                        tuple("total_exits", "2"),
                        tuple("number_of_transactions", "3"),
                        tuple("amount_fen", "4"),
                        tuple("discount_fen", "5"),
                        tuple("transfers", "6"),
                        tuple("roaming_transactions", "7"),
                        tuple("unique_tokens", "9"));
    }

    @Test
    void tagsStandInTheOrderOfTheMeasurement() {
        WindowPart part = new WindowPart(
                TransitWindow.ROUTE, new String[] {"510100", "K1", "3"}, MIDNIGHT, new long[4], null, null);
        Result result = TransitResults.of(part.key(), WindowCell.of(part));
        assertThat(result.series()).isEqualTo("transit_route_15m,city_code=510100,route_id=K1,route_type=3");
    }

    @Test
    void percentilesAreOfTheDurations() {
        WindowPart part = new WindowPart(
                TransitWindow.ORIGIN_DESTINATION,
                new String[] {"510100", "510600"},
                MIDNIGHT,
                new long[] {3, 900},
                null,
                new DurationCounts(new int[] {600, 1200}, new long[] {2, 1}));
        Result result = TransitResults.of(part.key(), WindowCell.of(part));
        assertThat(result.series()).isEqualTo("transit_od_1h,destination_city_code=510100,origin_city_code=510600");
        assertThat(result.field("journeys")).isEqualTo("3");
        assertThat(result.field("amount_fen")).isEqualTo("900");
        assertThat(result.field("duration_p50_s")).isEqualTo("600");
        assertThat(result.field("duration_p95_s")).isEqualTo("1140");
    }

    @Test
    void withoutJourneysThereAreNoPercentiles() {
        WindowPart part = new WindowPart(
                TransitWindow.ORIGIN_DESTINATION,
                new String[] {"510100", "510600"},
                MIDNIGHT,
                new long[2],
                null,
                DurationCounts.NONE);
        Result result = TransitResults.of(part.key(), WindowCell.of(part));
        assertThat(result.field("journeys")).isEqualTo("0");
        assertThat(result.field("duration_p50_s")).isNull();
    }

    @Test
    void aWindowThatNoTokenReachedCountsNone() {
        assertThat(pointOf(part(TransitWindow.CITY_HOUR, "510100", new long[7], null))
                        .field("unique_tokens"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(TransitWindow.class)
    void everyWindowIsAPointOfItsMeasurement(TransitWindow window) {
        String[] tags = window.measurement().tags().toArray(new String[0]);
        WindowPart part = new WindowPart(window, tags, MIDNIGHT, new long[8], null, null);
        WindowKey key = part.key();
        Result result = TransitResults.of(key, WindowCell.of(part));
        assertThat(key.kind()).isEqualTo(window);
        assertThat(result.measurement()).isEqualTo(window.measurement().wireName());
        assertThat(result.tags()).allSatisfy(tag -> assertThat(tag.value()).isEqualTo(tag.name()));
    }

    private static WindowPart part(TransitWindow window, String city, long[] sums, byte[] tokens) {
        return new WindowPart(window, new String[] {city}, MIDNIGHT, sums, tokens, null);
    }

    private static Result pointOf(WindowPart part) {
        return TransitResults.of(part.key(), WindowCell.of(part));
    }

    private static byte[] tokens(int count) {
        UniqueTokens.Gathering gathering = new UniqueTokens.Gathering();
        for (int i = 0; i < count; i++) {
            gathering.add(i, i);
        }
        return gathering.bytes();
    }
}

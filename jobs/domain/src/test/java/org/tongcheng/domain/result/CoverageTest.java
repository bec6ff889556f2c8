package org.tongcheng.domain.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

class CoverageTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));

    /** From nine to half past three, taps read from two o'clock on, observations for weeks. */
    private static final Coverage DAY = new Coverage(
            at("05T09:00"),
            at("05T15:30"),
            Map.of(
                    Feed.TRANSIT_TAPS,
                    at("05T02:00"),
                    Feed.AIR_OBSERVATIONS,
                    at("01T00:00"),
                    Feed.WATER_OBSERVATIONS,
                    at("01T00:00")),
            TIME);

    private static long at(String dayAndTime) {
        return OffsetDateTime.parse("2026-03-" + dayAndTime + ":00+08:00")
                .toInstant()
                .toEpochMilli();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "TRANSIT_STOP_1M, 05T08:59, OUTSIDE",
        "TRANSIT_STOP_1M, 05T09:00, COMPLETE",
        "TRANSIT_CITY_1M, 05T15:29, COMPLETE",
        "TRANSIT_CITY_1M, 05T15:30, OUTSIDE",
        "TRANSIT_ROUTE_15M, 05T08:45, OUTSIDE",
        "TRANSIT_ROUTE_15M, 05T15:15, COMPLETE",
        "TRANSIT_CITY_1H, 05T09:00, COMPLETE",
        "TRANSIT_CITY_1H, 05T15:00, PARTIAL",
        "TRANSIT_ROAMING_1H, 05T14:00, COMPLETE",
        "TRANSIT_OD_1H, 05T09:00, COMPLETE",
        "TRANSIT_OD_1H, 05T15:00, PARTIAL",
        // An entrance at nine may find its exit up to four in the afternoon.
        "TRANSIT_UNMATCHED_1H, 05T09:00, PARTIAL",
        "TRANSIT_CITY_1D, 05T00:00, PARTIAL",
        "TRANSIT_CITY_1D, 04T00:00, OUTSIDE",
        // Labelled by the end of the hour.
        "AIR_STATION_1H, 05T09:00, OUTSIDE",
        "AIR_STATION_1H, 05T10:00, COMPLETE",
        "AIR_CITY_1H, 05T15:00, COMPLETE",
        "AIR_CITY_1H, 05T16:00, PARTIAL",
        "AIR_STATION_1D, 05T00:00, PARTIAL",
        "AIR_CITY_1D, 04T00:00, OUTSIDE",
        "AIR_CITY_INDEX_MTD, 05T00:00, PARTIAL",
        "WATER_SECTION, 05T12:00, COMPLETE",
        "WATER_SECTION, 05T15:30, OUTSIDE",
        "WATER_CITY_4H, 05T08:00, COMPLETE",
        "WATER_RIVER_4H, 05T12:00, PARTIAL",
        "WATER_RIVER_4H, 05T04:00, OUTSIDE",
        "REGION_1H, 05T09:00, COMPLETE",
        // Its water is that of the slot from noon to four.
        "REGION_1H, 05T13:00, PARTIAL",
        "ALERT, 05T08:59, OUTSIDE",
        "ALERT, 05T09:00, COMPLETE",
        "ALERT_ACTIVE_1M, 05T15:29, COMPLETE",
        "ALERT_SUMMARY_1D, 05T00:00, PARTIAL",
        "FEED_LEDGER_1M, 05T09:00, COMPLETE",
        "FEED_LEDGER_1M, 05T15:30, OUTSIDE",
    })
    void aWindowIsCompleteWhereAllThatCanBelongToItWasRead(
            Measurement measurement, String time, Coverage.Extent extent) {
        assertThat(DAY.of(measurement, at(time))).isEqualTo(extent);
    }

    @Test
    void recordsOfUnknownArrivalAreCountedThoughNobodyKnowsWhere() {
        assertThat(DAY.of(Measurement.FEED_LEDGER_1M, 0)).isEqualTo(Coverage.Extent.COMPLETE);
        assertThat(DAY.of(Measurement.TRANSIT_CITY_1M, 0)).isEqualTo(Coverage.Extent.OUTSIDE);
    }

    @Test
    void aWholeMonthNeedsAWholeMonth() {
        Map<Feed, Long> fromTheFirst = Map.of(Feed.AIR_OBSERVATIONS, at("01T00:00"));
        Map<Feed, Long> fromTheSecond = Map.of(Feed.AIR_OBSERVATIONS, at("01T01:00"));

        assertThat(new Coverage(at("05T00:00"), at("06T00:00"), fromTheFirst, TIME)
                        .of(Measurement.AIR_CITY_INDEX_MTD, at("05T00:00")))
                .isEqualTo(Coverage.Extent.COMPLETE);
        assertThat(new Coverage(at("05T00:00"), at("06T00:00"), fromTheSecond, TIME)
                        .of(Measurement.AIR_CITY_INDEX_MTD, at("05T00:00")))
                .isEqualTo(Coverage.Extent.PARTIAL);
    }

    @Test
    void aServiceDateEndsInTheNextMorning() {
        Map<Feed, Long> before = Map.of(Feed.TRANSIT_TAPS, at("04T00:00"));

        assertThat(new Coverage(at("05T00:00"), at("06T05:59"), before, TIME)
                        .of(Measurement.TRANSIT_CITY_1D, at("05T00:00")))
                .isEqualTo(Coverage.Extent.PARTIAL);
        assertThat(new Coverage(at("05T00:00"), at("06T06:00"), before, TIME)
                        .of(Measurement.TRANSIT_CITY_1D, at("05T00:00")))
                .isEqualTo(Coverage.Extent.COMPLETE);
    }

    @Test
    void whatIsReadFromTheBeginningOnIsIncompleteWhereMoreIsNeeded() {
        Coverage bare = new Coverage(at("05T09:00"), at("05T20:00"), Map.of(), TIME);

        assertThat(bare.of(Measurement.TRANSIT_CITY_1H, at("05T09:00"))).isEqualTo(Coverage.Extent.COMPLETE);
        assertThat(bare.of(Measurement.TRANSIT_OD_1H, at("05T09:00"))).isEqualTo(Coverage.Extent.PARTIAL);
        assertThat(bare.of(Measurement.TRANSIT_OD_1H, at("05T15:00"))).isEqualTo(Coverage.Extent.COMPLETE);
        assertThat(bare.of(Measurement.WATER_CITY_4H, at("05T08:00"))).isEqualTo(Coverage.Extent.PARTIAL);
        assertThat(bare.of(Measurement.REGION_1H, at("05T09:00"))).isEqualTo(Coverage.Extent.PARTIAL);
    }

    @Test
    void warmUpPointsAreCompleteThoughOutside() {
        Result early = Measurement.TRANSIT_UNMATCHED_1H
                .at(at("05T08:00"))
                .tag("city_code", "510100")
                .integer("entries_without_exit", 1L)
                .integer("exits_without_entry", 0L)
                .build(0);

        assertThat(DAY.of(early)).isEqualTo(Coverage.Extent.OUTSIDE);
        assertThat(DAY.complete(early)).isTrue();
        assertThat(DAY.complete(new Result(early.measurement(), early.tags(), at("05T09:00"), 0, early.fields())))
                .isFalse();
    }

    @Test
    void noPointLiesBeyondTheEarliestAndTheLatest() {
        for (Measurement measurement : Measurement.values()) {
            assertThat(DAY.of(measurement, DAY.earliest() - 1))
                    .as(measurement.wireName())
                    .isEqualTo(Coverage.Extent.OUTSIDE);
            assertThat(DAY.of(measurement, DAY.latest()))
                    .as(measurement.wireName())
                    .isEqualTo(Coverage.Extent.OUTSIDE);
        }
        assertThat(DAY.earliest()).isEqualTo(at("04T09:00"));
        assertThat(DAY.latest()).isEqualTo(at("05T16:30"));
    }
}

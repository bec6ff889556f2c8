package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final long YEAR_0 = -719_528;
    private static final long YEAR_9999 = 2_932_896;

    @Property(tries = 5_000)
    void readsEveryDateThatTheCalendarHas(@ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long day) {
        assertThat(day(LocalDate.ofEpochDay(day).toString())).isEqualTo((int) day);
    }

    @Property(tries = 5_000)
    void readsADateOnlyIfTheCalendarHasIt(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();

        assertThat(day(String.format("%04d-%02d-%02d", year, month, day)) != Moments.NO_DAY)
                .isEqualTo(exists);
    }

    @Property(tries = 5_000)
    void readsMomentsLikeTheClockOfTheJdk(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanosecond,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        OffsetDateTime moment = OffsetDateTime.ofInstant(
                Instant.ofEpochSecond(second, nanosecond), ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);

        assertThat(moment(text)).as(text).isEqualTo(moment.toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T10:00:00+08:00, 1772676000000",
        "2026-03-05T10:00:00.5+08:00, 1772676000500",
        "2026-03-05T10:00:00.05+08:00, 1772676000050",
        "2026-03-05T10:00:00.0019999+08:00, 1772676000001",
        "2026-03-05T02:00:00Z, 1772676000000",
        "2026-03-04T20:30:00-05:30, 1772676000000",
        "2026-03-05T02:00:00-00:00, 1772676000000",
        "2026-03-05T23:59:59+18:00, 1772690399000",
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.999Z, -1",
    })
    void readsTheMillisecondAndCutsOffTheRest(String text, long expected) {
        assertThat(moment(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-05",
                "2026-03-05T10:00:00",
                "2026-03-05T10:00+08:00",
                "2026-03-05 10:00:00+08:00",
                "2026-03-05t10:00:00+08:00",
                "2026-03-05T10:00:00z",
                "2026-03-05T24:00:00+08:00",
                "2026-03-05T10:60:00+08:00",
                "2026-03-05T10:00:60+08:00",
                "2026-03-05T10-00:00+08:00",
                "2026-03-05T10:00-00+08:00",
                "2026-03-05T1:000:00+08:00",
                "2026-03-05T10:00:00.+08:00",
                "2026-03-05T10:00:00.1234567890Z",
                "2026-03-05T10:00:00.1",
                "2026-03-05T10:00:00+0800",
                "2026-03-05T10:00:00+08-00",
                "2026-03-05T10:00:00+08",
                "2026-03-05T10:00:00*08:00",
                "2026-03-05T10:00:00+08:60",
                "2026-03-05T10:00:00+18:01",
                "2026-03-05T10:00:00+99:00",
                "2026-03-05T10:00:00+x8:00",
                "2026-03-05T10:00:00+08:x0",
                "2026-03-05T10:00:00ZZ",
                "2026-03-05T10:00:00Z ",
                " 2026-03-05T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "+026-03-05T10:00:00Z",
                "2026-03-05T:0:00:00Z",
                "2026-03-05T/0:00:00Z",
            })
    void readsNothingElse(String text) {
        assertThat(moment(text)).isEqualTo(Moments.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-5", "2026-03-050", "2026/03-05", "2026-03/05", "20x6-03-05", "2026-0x-05"})
    void readsNoOtherSpellingOfADate(String text) {
        assertThat(day(text)).isEqualTo(Moments.NO_DAY);
    }

    @Test
    void ordinaryRecordsLieIn1970To2199() {
        assertThat(Moments.inRange(moment("1970-01-01T00:00:00Z"))).isTrue();
        assertThat(Moments.inRange(moment("1969-12-31T23:59:59.999Z"))).isFalse();
        assertThat(Moments.inRange(moment("2199-12-31T23:59:59.999Z"))).isTrue();
        assertThat(Moments.inRange(moment("2200-01-01T00:00:00Z"))).isFalse();
        assertThat(Moments.inRange(Moments.NONE)).isFalse();
    }

    @Test
    void readsInTheMiddleOfOtherBytes() {
        byte[] bytes = "\"2026-03-05T10:00:00.25Z\"2026-03-06".getBytes(StandardCharsets.UTF_8);

        assertThat(Moments.moment(bytes, 1, 24)).isEqualTo(1_772_704_800_250L);
        assertThat(Moments.day(bytes, 25, 35)).isEqualTo(20_518);
    }

    private static int day(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Moments.day(bytes, 0, bytes.length);
    }

    private static long moment(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Moments.moment(bytes, 0, bytes.length);
    }
}

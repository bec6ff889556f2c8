package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, on a run whose answer is known. */
class PollutedDaysTest {

    private static String query() throws IOException {
        try (InputStream text = SqlSession.class.getResourceAsStream("riders-on-polluted-days.sql")) {
            assertThat(text).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String point(String measurement, String tags, String time, String fields) {
        return "{\"measurement\":\"" + measurement + "\",\"tags\":{\"city_code\":\"510100\"" + tags + "},\"time\":\""
                + time + "\",\"fields\":{" + fields + "}}\n";
    }

    private static String day(int day, int aqi, String more) {
        return point("air_city_1d", "", "2026-03-0" + day + "T00:00:00+08:00", "\"aqi\":" + aqi + more);
    }

    private static String entries(String stop, String time, int entries) {
        return point(
                "transit_stop_1m",
                ",\"stop_id\":\"" + stop + "\"",
                "2026-03-" + time + "+08:00",
                "\"total_entries\":" + entries + ",\"total_exits\":900");
    }

    @Test
    void findsTheStopsThatGainRidersOnPollutedDays(@TempDir Path folder) throws Exception {
        Path run = Files.createDirectory(folder.resolve("march"));
        Files.writeString(
                run.resolve("air.results.jsonl"),
                day(1, 151, "") + day(2, 150, "") + day(3, 40, "") + day(4, 300, ",\"partial\":true"));
        Files.writeString(
                run.resolve("transit.results.jsonl"),
                // In UTC the first two of these would be a day apart.
                entries("metro", "01T00:30:00", 100)
                        + entries("metro", "01T23:30:00", 50)
                        + entries("metro", "02T08:00:00", 60)
                        + entries("metro", "03T08:00:00", 80)
                        + entries("metro", "04T08:00:00", 5000)
                        + entries("only-then", "01T08:00:00", 7)
                        + entries("park", "01T08:00:00", 10)
                        + entries("park", "02T08:00:00", 30));

        List<String> statements = SqlText.split(query());
        assertThat(statements).hasSize(1);
        try (SqlSession session = SqlSessionTest.open(null, run)) {
            assertThat(SqlSessionTest.ask(session, statements.get(0), SqlFormat.CSV))
                    .isEqualTo(SqlSessionTest.lines(
                            "run,city_code,stop_id,polluted_days,other_days,entries_on_polluted_days,entries_on_other_days,gain",
                            "march,510100,metro,1,2,150.0,70.0,80.0",
                            "march,510100,only-then,1,2,7.0,0.0,7.0"));
        }
    }
}

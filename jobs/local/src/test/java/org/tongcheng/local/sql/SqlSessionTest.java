package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Measurement;

class SqlSessionTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String TAP = "{\"schema_version\":\"tap/1\",\"transaction_id\":\"t1\",\"amount\":2.10,"
            + "\"route_type\":1,\"transfer_flag\":true,\"service_date\":\"2026-03-05\","
            + "\"event_timestamp\":\"2026-03-05T23:30:00+08:00\",\"stop_id\":\"s\"}";

    private static String air(String o3) {
        return "{\"station_id\":\"1431A\",\"observed_at\":\"2026-03-05T10:00:00+08:00\",\"values\":{\"co\":0.8,\"o3\":"
                + o3 + ",\"so2\":null}}";
    }

    private static ArchiveFiles.Row row(Feed feed, int offset, @Nullable String value, String verdict) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        String reason = verdict.equals("rejected") ? "malformed_json" : null;
        return new ArchiveFiles.Row(feed, offset, "2026-03-05T15:30:00Z", bytes, verdict, reason);
    }

    static SqlSession open(@Nullable Path archive, Path... runs) {
        return SqlSession.open(SqlSources.of(archive, List.of(runs)), new SqlSession.Limits(2, "500MB", SHANGHAI));
    }

    private static String ask(SqlSession session, String sql) {
        return ask(session, sql, SqlFormat.CSV);
    }

    static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    static String ask(SqlSession session, String sql, SqlFormat format) {
        StringWriter text = new StringWriter();
        session.run(sql, format.printer(new PrintWriter(text), SHANGHAI));
        return text.toString();
    }

    @Test
    void showsFieldsOfRecordsWithTheirTypes(@TempDir Path folder) throws Exception {
        new ArchiveFiles().add(row(Feed.TRANSIT_TAPS, 7, TAP, "accepted")).write(folder.resolve("a"));

        try (SqlSession session = open(folder.resolve("a"))) {
            assertThat(ask(
                            session,
                            "SELECT topic, \"partition\", \"offset\", \"key\", kafka_timestamp, event_time, event_date,"
                                    + " verdict, reason, amount, route_type, transfer_flag, service_date,"
                                    + " event_timestamp, stop_id, vehicle_id FROM transit_taps"))
                    .isEqualTo(
                            lines(
                                    "topic,partition,offset,key,kafka_timestamp,event_time,event_date,verdict,reason,amount,route_type,transfer_flag,service_date,event_timestamp,stop_id,vehicle_id",
                                    "transit.taps,0,7,k,2026-03-05T23:30:00+08:00,2026-03-05T23:30:00+08:00,2026-03-05,accepted,,2.10,1,true,2026-03-05,2026-03-05T23:30:00+08:00,s,"));
        }
    }

    @Test
    void doesNotMindPayloadsThatCannotBeRead(@TempDir Path folder) throws Exception {
        byte[] noText = {(byte) 0xff, (byte) 0xfe};
        new ArchiveFiles()
                .add(row(Feed.AIR_OBSERVATIONS, 0, "no json", "rejected"))
                .add(row(Feed.AIR_OBSERVATIONS, 1, null, "rejected"))
                .add(new ArchiveFiles.Row(
                        Feed.AIR_OBSERVATIONS, 2, "2026-03-05T15:30:00Z", noText, "rejected", "malformed_json"))
                .add(row(Feed.AIR_OBSERVATIONS, 3, "[1]", "rejected"))
                .add(row(
                        Feed.AIR_OBSERVATIONS,
                        4,
                        "{\"station_id\":7,\"values\":{\"o3\":\"high\",\"co\":0.8}}",
                        "rejected"))
                .write(folder.resolve("a"));

        try (SqlSession session = open(folder.resolve("a"))) {
            assertThat(ask(session, "SELECT \"offset\", reason, station_id, o3, co FROM air_observations ORDER BY ALL"))
                    .isEqualTo(lines(
                            "offset,reason,station_id,o3,co",
                            "0,malformed_json,,,",
                            "1,malformed_json,,,",
                            "2,malformed_json,,,",
                            "3,malformed_json,,,",
                            "4,malformed_json,7,,0.8"));
        }
    }

    @Test
    void keepsTheLastRecordOfASiteAndTime(@TempDir Path folder) throws Exception {
        new ArchiveFiles()
                .add(row(Feed.AIR_OBSERVATIONS, 0, air("31"), "accepted"))
                .add(row(Feed.AIR_OBSERVATIONS, 1, air("32"), "revised"))
                .add(row(Feed.AIR_OBSERVATIONS, 2, air("32"), "duplicate"))
                .add(row(Feed.AIR_OBSERVATIONS, 3, air("33"), "late"))
                .write(folder.resolve("a"));

        try (SqlSession session = open(folder.resolve("a"))) {
            assertThat(ask(session, "SELECT observed_at, o3, co, so2 FROM air_observations_valid"))
                    .isEqualTo(lines("observed_at,o3,co,so2", "2026-03-05T10:00:00+08:00,32,0.8,"));
            assertThat(ask(session, "SELECT count(*) AS n FROM air_observations"))
                    .isEqualTo(lines("n", "4"));
        }
    }

    @Test
    void tellsRunsApart(@TempDir Path folder) throws Exception {
        Path before = run(folder.resolve("before"), 90, "");
        Path after = run(folder.resolve("after"), 180, ",\"partial\":true");

        try (SqlSession session = open(null, before, after)) {
            assertThat(ask(
                            session,
                            "SELECT run, time, city_code, aqi, o3, primary_pollutants, partial FROM air_city_1h"
                                    + " ORDER BY aqi"))
                    .isEqualTo(lines(
                            "run,time,city_code,aqi,o3,primary_pollutants,partial",
                            "before,2026-03-05T10:00:00+08:00,510100,90,31.5,o3,false",
                            "after,2026-03-05T10:00:00+08:00,510100,180,31.5,o3,true"));
            assertThat(ask(session, "SELECT count(*) AS n FROM air_results")).isEqualTo(lines("n", "2"));
        }
    }

    private static Path run(Path folder, int aqi, String more) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("air.results.jsonl"),
                "{\"measurement\":\"air_city_1h\",\"tags\":{\"city_code\":\"510100\"},\"time\":\"2026-03-05T10:00:00+08:00\","
                        + "\"fields\":{\"o3\":31.5,\"aqi\":" + aqi + ",\"primary_pollutants\":\"o3\"" + more + "}}\n");
        return folder;
    }

    @ParameterizedTest
    @EnumSource(Measurement.class)
    void hasAnEmptyViewOfWhatIsNotThere(Measurement measurement, @TempDir Path folder) throws Exception {
        try (SqlSession session = open(null, run(folder.resolve("r"), 1, ""))) {
            List<String> columns = new ArrayList<>(List.of("run", "time"));
            columns.addAll(measurement.tags());
            measurement.fields().forEach(field -> columns.add(field.name()));
            columns.add("partial");
            assertThat(ask(session, "SELECT * FROM " + measurement.wireName() + " WHERE run <> 'r'"))
                    .isEqualTo(String.join(",", columns) + "\n");
        }
    }

    @Test
    void hasAnEmptyViewOfFeedsThatAreNotThere(@TempDir Path folder) throws Exception {
        new ArchiveFiles().add(row(Feed.TRANSIT_TAPS, 0, TAP, "accepted")).write(folder.resolve("a"));

        try (SqlSession session = open(folder.resolve("a"))) {
            assertThat(ask(session, "SELECT section_id, tp, station_status FROM water_observations_valid"))
                    .isEqualTo("section_id,tp,station_status\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '%s/x.csv'",
                "/* - */ copy (SELECT 1) TO '%s/x.csv'",
                "EXPORT DATABASE '%s/x'",
                "ATTACH '%s/x.db'",
                "CALL enable_logging(storage = 'file', storage_config = {'path': '%s/x'})",
                "CALL \"enable_logging\"(storage = 'file', storage_config = {'path': '%s/x'})",
                "SET allowed_directories = ['/']",
                "SELECT * FROM read_text('/etc/hostname')",
                "INSTALL httpfs"
            })
    void neitherWritesNorLooksElsewhere(String statement, @TempDir Path folder) throws Exception {
        Path archive = folder.resolve("a");
        new ArchiveFiles().add(row(Feed.TRANSIT_TAPS, 0, TAP, "accepted")).write(archive);
        List<Path> before = files(archive);

        try (SqlSession session = open(archive)) {
            assertThatThrownBy(() -> ask(session, statement.formatted(archive))).hasMessageMatching("(?s).+");
            assertThat(ask(session, "SELECT count(*) AS n FROM transit_taps")).isEqualTo(lines("n", "1"));
        }
        assertThat(files(archive)).isEqualTo(before);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void tellsTheDatabasesOwnMessage(@TempDir Path folder) throws Exception {
        try (SqlSession session = open(null, run(folder.resolve("r"), 1, ""))) {
            assertThatThrownBy(() -> ask(session, "SELECT aqi FROM air_city"))
                    .message()
                    .startsWith("Catalog Error: Table with name air_city does not exist!");
        }
    }

    @Test
    void saysWhatFoldersShouldHold(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> SqlSources.of(null, List.of(folder)))
                .hasMessageContaining("is no folder of results")
                .hasMessageContaining("transit.results.jsonl");
        assertThatThrownBy(() -> SqlSources.of(folder, List.of()))
                .hasMessageContaining("is no archive on this machine")
                .hasMessageContaining("feed=transit.taps");
        assertThatThrownBy(() -> SqlSources.of(null, List.of(run(folder.resolve("r[1]"), 1, ""))))
                .hasMessageContaining("none of * ? [ ] { } may be in the name");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> new SqlSession.Limits(1, "much", SHANGHAI))
                .hasMessage("--memory must be a whole number and MB, GB or TB, such as 2GB, not much");
        assertThatThrownBy(() -> new SqlSession.Limits(0, "1GB", SHANGHAI))
                .hasMessage("--threads must be at least 1, not 0");
    }
}

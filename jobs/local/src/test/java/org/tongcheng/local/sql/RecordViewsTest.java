package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordViewsTest {

    @Test
    void tellsOfAlertsAndOfWhatWasNotTaken(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("air.results.jsonl"), "");
        example("alerts/firing-that-began-earlier", folder.resolve("alerts.jsonl"));
        example("deadletters/bad_format", folder.resolve("deadletters.jsonl"));

        try (SqlSession session = SqlSessionTest.open(null, folder)) {
            assertThat(ask(
                            session,
                            "SELECT rule_id, rule_version, state, entity_kind, entity_id, city_code, onset,"
                                    + " corrected_onset, sequence, value, end_reason FROM alerts"))
                    .isEqualTo(
                            SqlSessionTest.lines(
                                    "rule_id,rule_version,state,entity_kind,entity_id,city_code,onset,corrected_onset,sequence,value,end_reason",
                                    "air-aqi-high,3,firing,city,510100,510100,2026-03-05T08:00:00+08:00,2026-03-05T07:00:00+08:00,1,163,"));
            assertThat(ask(
                            session,
                            "SELECT run, feed, reason, field, topic, \"partition\", \"offset\", record_timestamp"
                                    + " FROM deadletters"))
                    .isEqualTo(
                            SqlSessionTest.lines(
                                    "run,feed,reason,field,topic,partition,offset,record_timestamp",
                                    folder.getFileName()
                                            + ",transit.taps,bad_format,service_date,transit.taps,2,1041,2026-03-05T08:15:34+08:00"));
            assertThat(ask(session, "SELECT count(*) AS n FROM late")).isEqualTo(SqlSessionTest.lines("n", "0"));
        }
    }

    private static void example(String name, Path file) throws IOException {
        Files.copy(Path.of("../../schemas/examples/valid", name + ".json"), file);
    }

    private static String ask(SqlSession session, String sql) {
        return SqlSessionTest.ask(session, sql, SqlFormat.CSV);
    }
}

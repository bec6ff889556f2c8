package org.tongcheng.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.ResultCodec;

class TellCoveredTest {

    private static final Coverage MORNING = new Coverage(
            ShanghaiTime.at("2026-03-05T08:30"),
            ShanghaiTime.at("2026-03-05T12:00"),
            Map.of(),
            new BusinessTime(ShanghaiTime.ZONE));

    @Test
    void marksWhatItHasInPartAndLeavesOutTheRest() throws Exception {
        Result before = hour("2026-03-05T07:00");
        Result part = hour("2026-03-05T08:00");
        Result whole = hour("2026-03-05T09:00");
        Result after = hour("2026-03-05T12:00");

        List<Result> told = told(before, part, whole, after);

        assertThat(told).hasSize(2).contains(whole);
        assertThat(told.get(0).field("partial")).isEqualTo("true");
        assertThat(told.get(0).field("total_entries")).isEqualTo("3");
        assertThat(told.get(1).field("partial")).isNull();
    }

    @Test
    void marksPointsAsTheirSchemaSays() throws Exception {
        String schema = Files.readString(Path.of("../../schemas/transit.results.schema.json"));

        String written = new String(
                ResultCodec.encode(told(hour("2026-03-05T08:00")).get(0), ShanghaiTime.ZONE), StandardCharsets.UTF_8);

        assertThat(written).contains("\"partial\":true");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(written, InputFormat.JSON))
                .isEmpty();
    }

    private static List<Result> told(Result... points) {
        List<Result> told = new ArrayList<>();
        TellCovered covered = new TellCovered(MORNING);
        for (Result point : points) {
            covered.flatMap(point, new ListCollector<>(told));
        }
        return told;
    }

    private static Result hour(String at) {
        return Measurement.TRANSIT_CITY_1H
                .at(ShanghaiTime.at(at))
                .tag("city_code", "510100")
                .integer("total_entries", 3)
                .integer("total_exits", 2)
                .integer("number_of_transactions", 5)
                .integer("amount_fen", 1000)
                .integer("discount_fen", 0)
                .integer("transfers", 0)
                .integer("roaming_transactions", 0)
                .integer("unique_tokens", 4)
                .build(0);
    }
}

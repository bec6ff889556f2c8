package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.SeriesSamples;
import org.tongcheng.domain.alert.Severity;

/** What the shipped rules on consecutive hours say of series such as the plans describe them. */
class ShippedTiersTest {

    private static final long HOUR = 3_600_000;

    private final Rules rules = RegionDirectory.resolveRules("chengdu");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(nullValues = "none", textBlock = """
            air-heavy-pollution-national,          150x10 201x47,         none
            air-heavy-pollution-national,          150x10 201x48,         YELLOW
            air-heavy-pollution-national,          150x10 201x71,         YELLOW
            air-heavy-pollution-national,          150x10 201x72,         ORANGE
            air-heavy-pollution-national,          150x10 201x96,         ORANGE
            air-heavy-pollution-national,          150x10 201x48 301x48,  RED
            air-heavy-pollution-national,          150x10 301x48,         YELLOW
            air-heavy-pollution-national,          150x10 500x23,         none
            air-heavy-pollution-national,          150x10 500x24,         RED
            air-heavy-pollution-national,          210x20 150x2 210x26,   YELLOW
            air-heavy-pollution-national,          210x20 150x4 210x24,   none
            air-heavy-pollution-national,          300x24 150x24,         none
            air-heavy-pollution-chengdu-pm2-5,     80x10 116x47,          none
            air-heavy-pollution-chengdu-pm2-5,     80x10 116x48,          YELLOW
            air-heavy-pollution-chengdu-pm2-5,     80x10 116x72,          YELLOW
            air-heavy-pollution-chengdu-pm2-5,     80x10 116x48 151x24,   ORANGE
            """)
    void onHours(String id, String values, @Nullable Severity severity) {
        assertThat(severity(id, values, HOUR)).isEqualTo(severity);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "none", textBlock = """
            151x2,             none
            100x1 151x2,       none
            100x1 151x3,       YELLOW
            151x2 150x1 151x2, none
            151x4,             YELLOW
            151x3 201x1,       ORANGE
            151x2 201x1,       YELLOW
            151x1 201x3,       RED
            201x2 151x1,       YELLOW
            """)
    void onDays(String values, @Nullable Severity severity) {
        assertThat(severity("air-ozone-chengdu", values, 24 * HOUR)).isEqualTo(severity);
    }

    /** @param values such as {@code 201x48}: 201 for 48 steps */
    private @Nullable Severity severity(String id, String values, long step) {
        AlertRule rule = rules.valid().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<Reading> series = new ArrayList<>();
        for (String part : values.split(" ", -1)) {
            String[] valueAndTimes = part.split("x", -1);
            for (int i = 0; i < Integer.parseInt(valueAndTimes[1]); i++) {
                series.add(new Reading(series.size() * step, new BigDecimal(valueAndTimes[0]), false));
            }
        }
        return SeriesSamples.of(rule.kind())
                .at(rule, "510100", series, series.size() - 1)
                .tier();
    }
}

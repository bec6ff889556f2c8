package org.tongcheng.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongcheng.reference.RegionBundle;

/** A region in which one thing is not as it was. */
final class ChangedRegion {

    private static final String RULES = "rules.yaml";
    private static final String STATIONS = "air_stations.csv";

    private ChangedRegion() {}

    static RegionBundle ruleOff(RegionBundle region, String id) {
        String head = "- id: " + id + "\n";
        return with(region, RULES, text -> text.replace(head, head + "  enabled: false\n"));
    }

    static RegionBundle withoutStation(RegionBundle region, String id) {
        return with(region, STATIONS, text -> text.lines()
                .filter(line -> !line.startsWith(id + ","))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    /** One of the city's. */
    static String stationOf(RegionBundle region, String city) {
        return text(region, STATIONS)
                .lines()
                .filter(line -> line.contains("," + city + ","))
                .map(line -> line.substring(0, line.indexOf(',')))
                .findFirst()
                .orElseThrow();
    }

    private static RegionBundle with(RegionBundle region, String file, UnaryOperator<String> change) {
        String before = text(region, file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Map<String, byte[]> files = new HashMap<>(region.files());
        files.put(file, after.getBytes(UTF_8));
        return new RegionBundle(files);
    }

    private static String text(RegionBundle region, String file) {
        return new String(region.files().getOrDefault(file, new byte[0]), UTF_8);
    }
}

package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.day.LiveDemoDay;

/** What became of the day's records. */
final class Ledgers {

    private Ledgers() {}

    static void assertSame(List<Map<String, String>> shown, LiveDemoDay day) {
        Map<String, String> actual = new TreeMap<>();
        for (Map<String, String> row : shown) {
            actual.put(
                    row.get("feed"),
                    String.join(
                            " ",
                            row.get("received"),
                            row.get("accepted"),
                            row.get("duplicate"),
                            row.get("late"),
                            row.get("rejected"),
                            row.get("balance")));
        }
        Map<String, String> expected = new TreeMap<>();
        for (Feed feed : Feed.values()) {
            LedgerCount count = day.ledger(feed);
            expected.put(
                    feed.topic(),
                    String.join(
                            " ",
                            String.valueOf(count.received()),
                            String.valueOf(count.accepted()),
                            String.valueOf(count.duplicate()),
                            String.valueOf(count.late()),
                            String.valueOf(count.rejected()),
                            "0"));
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** By job and reason, from the topic: the job has the name of the feed's first word. */
    static Map<String, Double> deadLetters(LiveDemoDay day) throws IOException {
        Map<String, Double> counts = new TreeMap<>();
        for (byte[] record : day.records("deadletters")) {
            JsonNode letter = new ObjectMapper().readTree(record);
            String job = letter.get("feed").asText().split("\\.", 2)[0];
            counts.merge(job + " " + letter.get("reason").asText(), 1.0, Double::sum);
        }
        return counts;
    }
}

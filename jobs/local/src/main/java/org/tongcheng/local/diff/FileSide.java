package org.tongcheng.local.diff;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.diff.StandingAlerts.Told;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.file.LineReader;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.LedgerCodec;

/** The folder of a run or of a replay. */
final class FileSide implements Side {

    private static final String LINES = ".jsonl";

    private final Path folder;
    private final Origin origin;

    private FileSide(Path folder, Origin origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * @throws IllegalArgumentException when there is no such folder, or it has no results
     * @throws LocalFailure when what it says of its run cannot be read
     */
    static FileSide of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is not a folder");
        }
        boolean alerts = Files.exists(folder.resolve(Scope.ALERTS + LINES));
        if (!alerts && TOPICS.stream().noneMatch(topic -> Files.exists(resultsIn(folder, topic)))) {
            throw new IllegalArgumentException(
                    "no results in " + folder + ": a file such as transit.results.jsonl is needed");
        }
        return new FileSide(folder, originOf(folder));
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Results read(Scope scope, Path scratch) {
        Map<String, Path> files = new TreeMap<>();
        for (String topic : TOPICS) {
            Path file = resultsIn(folder, topic);
            if (Files.exists(file)) {
                files.put(topic, file);
            }
        }
        Path alerts = folder.resolve(Scope.ALERTS + LINES);
        boolean wanted = scope.has(Scope.ALERTS) && Files.exists(alerts);
        return new Results(files, wanted ? standing(alerts, scope) : null);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static StandingAlerts standing(Path file, Scope scope) {
        StandingAlerts standing = new StandingAlerts(scope.extent());
        long number = 0;
        try (LineReader lines = new LineReader(file)) {
            while (lines.hasNext()) {
                number++;
                Decoded<AlertTransition> alert = AlertCodec.decode(lines.next());
                AlertTransition value = alert.value();
                if (value == null) {
                    throw new LocalFailure("line " + number + " of " + file + " is no alert: " + alert.rejection());
                }
                standing.add(Told.of(value));
            }
        }
        return standing;
    }

    private static Path resultsIn(Path folder, String topic) {
        return folder.resolve(topic + RESULTS + LINES);
    }

    private static Origin originOf(Path folder) {
        Path run = folder.resolve("run.json");
        Path ledger = folder.resolve("ledger.json");
        Path read = Files.exists(run) ? run : ledger;
        try {
            if (read.equals(run)) {
                return originOfReplay(Files.readAllBytes(run));
            }
            return Files.exists(ledger)
                    ? new Origin(
                            null,
                            Set.copyOf(LedgerCodec.decode(Files.readAllBytes(ledger))
                                    .keySet()))
                    : Origin.UNKNOWN;
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new LocalFailure("cannot read " + read + ": " + e.getMessage(), e);
        }
    }

    private static Origin originOfReplay(byte[] run) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        try (JsonParser json = PointLine.JSON.createParser(run)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, json.getText());
                } else if (name.equals("feeds")) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        feeds.add(feed(json.getText()));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Origin(
                new Times(moment(texts.get("from"), "from"), moment(texts.get("to"), "to")),
                feeds.isEmpty() ? Origin.UNKNOWN.feeds() : feeds);
    }

    private static Feed feed(String topic) throws IOException {
        for (Feed feed : Feed.values()) {
            if (feed.topic().equals(topic)) {
                return feed;
            }
        }
        throw new IOException("there is no feed '" + topic + "'");
    }

    private static long moment(@Nullable String time, String name) throws IOException {
        if (time == null) {
            throw new IOException("it has no '" + name + "'");
        }
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}

package org.tongcheng.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.local.day.LiveDemoDay;
import org.tongcheng.local.feeds.FeedFiles;
import org.tongcheng.local.run.FileRun;
import org.tongcheng.local.run.RecordedFeeds;
import org.tongcheng.wire.AlertCodec;

/**
 * The alerts of the generated day as {@code run} tells them. When rules or kinds of rules change they do, and the golden
 * file is written anew: run this class on the test class path of the module, such as from an editor, with one argument,
 * the file {@code src/test/resources/alerts/day.txt}; then read what has changed.
 */
final class GoldenAlerts {

    private static final int PARALLELISM = 2;

    private GoldenAlerts() {}

    public static void main(String[] file) throws Exception {
        Path folder = Files.createTempDirectory("golden-alerts");
        Files.write(Path.of(file[0]), AlertLines.of(ofRun(folder)).told());
    }

    /** Every transition of a run over the day. */
    static List<AlertTransition> ofRun(Path folder) throws Exception {
        Path input = folder.resolve("in");
        Path output = folder.resolve("out");
        FeedFiles.write(input, LiveDemoDay.generator().records());
        String account = new FileRun(RecordedFeeds.in(input), "chengdu", PARALLELISM).into(output);
        if (account.isEmpty()) {
            throw new AssertionError("the run read nothing");
        }
        List<AlertTransition> alerts = new ArrayList<>();
        for (String line : Files.readAllLines(output.resolve("alerts.jsonl"))) {
            alerts.add(decoded(line.getBytes(StandardCharsets.UTF_8)));
        }
        return alerts;
    }

    static AlertTransition decoded(byte[] alert) {
        return Objects.requireNonNull(AlertCodec.decode(alert).value(), "an alert that is none");
    }

    static List<String> committed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/alerts/day.txt"));
    }
}

package org.tongcheng.local.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.local.diff.Side.Results;
import org.tongcheng.local.diff.Side.Times;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.plumbing.file.LineReader;

/**
 * Two sets of results, point by point. Each side is brought to the form of result files, and then the files are merged; nothing
 * is ever written to either side.
 */
public final class Diff {

    /** What a run has read before its beginning its own points tell. */
    private static final Map<Feed, Long> READ_LONG_BEFORE =
            Stream.of(Feed.values()).collect(Collectors.toMap(feed -> feed, feed -> Long.MIN_VALUE));

    private final Side a;
    private final Side b;
    private final Question question;
    private final Scope scope;
    private final List<String> notes = new ArrayList<>();

    private Diff(Side a, Side b, Question question, ZoneId zone) {
        this.a = a;
        this.b = b;
        this.question = question;
        Set<Feed> feeds = EnumSet.copyOf(a.origin().feeds());
        feeds.retainAll(b.origin().feeds());
        boolean sameFeeds = a.origin().feeds().equals(b.origin().feeds());
        this.scope = new Scope(
                question.measurements(),
                feeds.stream().map(Feed::topic).collect(Collectors.toSet()),
                sameFeeds,
                extent(a, b, question, zone));
        if (!sameFeeds) {
            notes.add("A comes of " + names(a.origin().feeds()) + ", B of "
                    + names(b.origin().feeds()) + ": compared is what comes of " + names(feeds)
                    + " alone, without region_1h and alerts");
        }
        if (question.measurements().isEmpty()) {
            notes.add(String.join(", ", new TreeSet<>(Scope.BY_TRANSITION))
                    + " tell of every transition and are compared only when asked for (--measurement);"
                    + " alerts is what stands in the end");
        }
    }

    /**
     * Finds both sides.
     *
     * @param zone in which times are told
     * @throws IllegalArgumentException when they cannot be compared as asked, saying how they can
     * @throws LocalFailure when a side is not there
     */
    public static Diff of(Sides sides, List<String> names, Question question, ZoneId zone) throws InterruptedException {
        return new Diff(sides.find(names.get(0)), sides.find(names.get(1)), question, zone);
    }

    static Diff of(Side a, Side b, Question question, ZoneId zone) {
        return new Diff(a, b, question, zone);
    }

    /** @throws LocalFailure when a side cannot be read, or there is nothing to compare */
    public DiffReport compare(ZoneId zone) throws IOException, InterruptedException {
        Comparison comparison = new Comparison(scope, question.tolerance(), question.shown());
        try (TempFolders scratch = TempFolders.inSystemFolder()) {
            Results ofA = a.read(scope, scratch.folder("a"));
            Results ofB = b.read(scope, scratch.folder("b"));
            for (String topic : new TreeSet<>(Side.TOPICS)) {
                if (scope.reads(topic)) {
                    compareFiles(comparison, ofA.files().get(topic), ofB.files().get(topic));
                }
            }
            comparison.compare(alerts(ofA), alerts(ofB));
        }
        if (comparison.tallies().isEmpty()) {
            throw new LocalFailure(
                    "nothing to compare: neither " + a + " nor " + b + " has a point of what was asked for");
        }
        return new DiffReport(
                List.of(a.toString(), b.toString()), scope.extent(), comparison, List.copyOf(notes), zone);
    }

    private static void compareFiles(Comparison comparison, @Nullable Path one, @Nullable Path other) {
        try (Lines linesOfA = Lines.of(one);
                Lines linesOfB = Lines.of(other)) {
            comparison.compare(
                    new PointStream(String.valueOf(one), linesOfA.lines()),
                    new PointStream(String.valueOf(other), linesOfB.lines()));
        }
    }

    private static PointStream alerts(Results results) {
        StandingAlerts standing = results.alerts();
        List<Point> points = standing == null ? List.of() : standing.points();
        return new PointStream(
                Scope.ALERTS, points.stream().map(PointLine::write).iterator());
    }

    /** The lines of a file; none of none. */
    private record Lines(Iterator<byte[]> lines, @Nullable LineReader reader) implements AutoCloseable {

        static Lines of(@Nullable Path file) {
            if (file == null) {
                return new Lines(List.<byte[]>of().iterator(), null);
            }
            LineReader reader = new LineReader(file);
            return new Lines(reader, reader);
        }

        @Override
        public void close() {
            if (reader != null) {
                reader.close();
            }
        }
    }

    private static Extent extent(Side a, Side b, Question question, ZoneId zone) {
        Times ofA = a.origin().times();
        Times ofB = b.origin().times();
        boolean narrowed = question.from() != null || question.to() != null;
        if (ofA != null && ofB != null && !ofA.equals(ofB) && !narrowed) {
            throw new IllegalArgumentException("A is a run " + told(ofA, zone) + ", B " + told(ofB, zone)
                    + ": narrow the comparison to times that both" + " have, with --from and --to");
        }
        long from = question.from() == null ? Long.MIN_VALUE : question.from();
        long to = question.to() == null ? Long.MAX_VALUE : question.to();
        for (Times times : new Times[] {ofA, ofB}) {
            from = times == null ? from : Math.max(from, times.from());
            to = times == null ? to : Math.min(to, times.to());
        }
        if (from >= to) {
            throw new IllegalArgumentException("there is no time that both sides and --from and --to have in common");
        }
        boolean ofRun = ofA != null || ofB != null;
        return ofRun
                ? new Extent.Covered(new Coverage(from, to, READ_LONG_BEFORE, new BusinessTime(zone)))
                : new Extent.Times(from, to);
    }

    private static String told(Times times, ZoneId zone) {
        return "from " + DiffReport.time(times.from(), zone) + " to " + DiffReport.time(times.to(), zone);
    }

    private static String names(Set<Feed> feeds) {
        return feeds.isEmpty()
                ? "nothing"
                : feeds.stream().sorted().map(Feed::topic).collect(Collectors.joining(" and "));
    }
}

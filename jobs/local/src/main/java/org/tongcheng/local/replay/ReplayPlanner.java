package org.tongcheng.local.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.archive.index.MissingFolder;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.local.replay.ReplayPlan.Part;
import org.tongcheng.local.run.RecordedFeeds;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.FeedOffsets;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.OffsetSpan;
import org.tongcheng.reference.Rules;

/** Finds out what a replay has to read, and whether all of it is there. */
record ReplayPlanner(ReplayRequest request, Rules rules, BusinessTime time, KafkaSettings kafka) {

    /**
     * @throws LocalFailure when there is nothing to read, or something is missing of what there should be
     */
    ReplayPlan plan() throws IOException {
        SortedMap<Feed, Part> parts = new TreeMap<>();
        @Nullable ArchiveIndex index = request.source().readsArchive() ? ArchiveIndex.of(request.place()) : null;
        @Nullable
        RecordedFeeds files =
                request.source() == ReplaySource.FILES ? RecordedFeeds.in(Path.of(request.place())) : null;
        if (request.source().readsKafka()) {
            KafkaReachability.check(
                    kafka, request.feeds().stream().map(Feed::topic).toList());
        }
        for (Feed feed : request.feeds()) {
            Part part = part(feed, index, files);
            if (!part.isEmpty()) {
                parts.put(feed, part);
            }
        }
        if (parts.isEmpty()) {
            throw new LocalFailure(nothingFound(index));
        }
        return new ReplayPlan(parts);
    }

    private Part part(Feed feed, @Nullable ArchiveIndex index, @Nullable RecordedFeeds files) throws IOException {
        ReplayRange range = range(feed);
        SortedMap<Integer, List<ArchivedFile>> archived =
                index == null ? new TreeMap<>() : archived(index, feed, range);
        OffsetSpan span = null;
        if (request.source().readsKafka()) {
            span = FeedOffsets.of(kafka, feed, range);
            if (index != null) {
                span = span.behind(index.highestOffsets(feed));
                requireNoGap(feed, span);
            }
            span = span.partitions().isEmpty() ? null : span;
        }
        return new Part(
                range, archived, span, files == null ? null : files.files().get(feed));
    }

    private ReplayRange range(Feed feed) {
        Duration warmUp = request.warmUp();
        Duration reach = warmUp == null ? WarmUp.of(feed, rules) : warmUp;
        return ReplayRange.of(feed, request.from(), request.to(), request.from() - reach.toMillis());
    }

    private SortedMap<Integer, List<ArchivedFile>> archived(ArchiveIndex index, Feed feed, ReplayRange range)
            throws IOException {
        SortedMap<Integer, List<ArchivedFile>> files = index.files(feed, range);
        LocalDate first = index.firstDate(feed);
        LocalDate last = index.lastDate(feed);
        if (first != null && last != null && !request.gapsAllowed()) {
            LocalDate begin = latest(first, time.dayOf(request.from()));
            LocalDate end = earliest(last, time.dayOf(request.to() - 1));
            List<MissingFolder> missing = index.isGapless(feed) ? List.of() : index.missing(feed, begin, end);
            if (!missing.isEmpty()) {
                throw new LocalFailure(missing(feed, missing.get(0)));
            }
        }
        return files;
    }

    private String missing(Feed feed, MissingFolder missing) {
        return "the archive " + request.place() + " lacks feed=" + feed.topic() + "/event_date=" + missing.date()
                + " of Kafka partition " + missing.partitions()
                + ", and offsets are missing too: put the folder back, or add --allow-gaps to replay without it";
    }

    private void requireNoGap(Feed feed, OffsetSpan span) {
        if (request.gapsAllowed()) {
            return;
        }
        for (int partition : span.cutOff()) {
            throw new LocalFailure("records of " + feed.topic() + ", partition " + partition + ", from offset "
                    + span.start(partition) + " to " + (span.earliest(partition) - 1)
                    + " are neither in the archive nor in Kafka any more: add --allow-gaps to replay without them");
        }
    }

    private String nothingFound(@Nullable ArchiveIndex index) throws IOException {
        StringBuilder text = new StringBuilder("there is nothing to replay from " + moment(request.from()) + " to "
                + moment(request.to()) + " in source " + request.sourceName());
        if (index != null) {
            text.append(" (").append(request.place()).append(')');
            for (Map.Entry<Feed, String> held : held(index).entrySet()) {
                text.append("; ").append(held.getKey().topic()).append(": ").append(held.getValue());
            }
        }
        return text.toString();
    }

    private SortedMap<Feed, String> held(ArchiveIndex index) throws IOException {
        SortedMap<Feed, String> held = new TreeMap<>();
        for (Feed feed : request.feeds()) {
            LocalDate first = index.firstDate(feed);
            held.put(feed, first == null ? "nothing" : first + " to " + index.lastDate(feed));
        }
        return held;
    }

    private String moment(long at) {
        return Instant.ofEpochMilli(at).atZone(time.zone()).toOffsetDateTime().toString();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

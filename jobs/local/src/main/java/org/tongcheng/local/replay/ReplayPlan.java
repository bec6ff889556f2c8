package org.tongcheng.local.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.kafka.OffsetSpan;

/**
 * What a replay reads, by feed; feeds of which there is nothing are not among them.
 *
 * @param feeds in their order
 */
public record ReplayPlan(SortedMap<Feed, Part> feeds) {

    /**
     * What is read of a feed: files of the archive first, then what Kafka has behind them; or a recorded file.
     *
     * @param archived by partition, as the archive's index gives them
     * @param kafka null where nothing is read from it
     * @param recorded null where no file is read
     */
    public record Part(
            ReplayRange range,
            SortedMap<Integer, List<ArchivedFile>> archived,
            @Nullable OffsetSpan kafka,
            @Nullable Path recorded) {

        boolean isEmpty() {
            return archived.isEmpty() && kafka == null && recorded == null;
        }

        /** How many records are read at most; of a recorded file nobody knows. */
        long records() {
            long rows = archived.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(file -> file.extent().rows())
                    .sum();
            return rows + (kafka == null ? 0 : kafka.records());
        }
    }

    /** How many records are read at most. */
    long records() {
        return feeds.values().stream().mapToLong(Part::records).sum();
    }

    /** By feed the first moment that is read. */
    Map<Feed, Long> readFrom() {
        return feeds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().range().warmUpFrom()));
    }
}

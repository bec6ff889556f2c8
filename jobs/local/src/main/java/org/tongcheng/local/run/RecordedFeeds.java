package org.tongcheng.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.file.FileFeedSource;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.wire.FeedDecoder;

/**
 * The files of a recording.
 *
 * @param files one for each feed that is there
 */
public record RecordedFeeds(Map<Feed, Path> files) implements FeedStreams {

    /**
     * Looks for {@code <feed>.jsonl} and {@code <feed>.jsonl.gz}.
     *
     * @throws IllegalArgumentException when there is no feed at all, or two files of one
     */
    public static RecordedFeeds in(Path folder) {
        Map<Feed, Path> files = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            Path plain = folder.resolve(feed.topic() + ".jsonl");
            Path packed = folder.resolve(feed.topic() + ".jsonl.gz");
            List<Path> found =
                    List.of(plain, packed).stream().filter(Files::isRegularFile).toList();
            if (found.size() > 1) {
                throw new IllegalArgumentException(
                        "keep one of " + plain + " and " + packed.getFileName() + ": both hold the same feed");
            }
            found.forEach(file -> files.put(feed, file));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no feed in " + folder + ": a file such as " + Feed.TRANSIT_TAPS.topic()
                    + ".jsonl or .jsonl.gz is needed");
        }
        return new RecordedFeeds(files);
    }

    @Override
    public <T extends FeedRecord> @Nullable DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness) {
        Path file = files.get(decoder.feed());
        String uid = decoder.feed().topic().replace('.', '-') + "-file-source";
        return file == null ? null : FileFeedSource.stream(environment, file, decoder, type, outOfOrderness, uid);
    }

    @Override
    public @Nullable ReplayRange range(Feed feed) {
        return null;
    }
}

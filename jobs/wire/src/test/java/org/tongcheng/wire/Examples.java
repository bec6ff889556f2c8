package org.tongcheng.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;

/** The repository's schemas and examples, found from the working directory upwards. */
final class Examples {

    private Examples() {}

    static Path schemas() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("schemas/examples"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder schemas/ above the working directory");
        }
        return folder.resolve("schemas");
    }

    static Stream<Path> valid(String topic) {
        return in(schemas().resolve("examples/valid").resolve(topic));
    }

    static Stream<Path> invalid(String topic) {
        return in(schemas().resolve("examples/invalid").resolve(topic));
    }

    static Feed feedOf(Path example) {
        return Feed.ofTopic(example.getName(example.getNameCount() - 2).toString());
    }

    static byte[] read(Path example) {
        try {
            return Files.readAllBytes(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeedDecoder<? extends FeedRecord> decoder(Feed feed, SiteDirectory sites) {
        return switch (feed) {
            case TRANSIT_TAPS -> new TapDecoder(sites);
            case AIR_OBSERVATIONS -> new AirObservationDecoder(sites);
            case WATER_OBSERVATIONS -> new WaterObservationDecoder(sites);
        };
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

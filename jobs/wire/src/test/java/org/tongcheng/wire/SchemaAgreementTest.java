package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

class SchemaAgreementTest {

    static Stream<Path> validRecords() {
        return Arrays.stream(Feed.values()).flatMap(feed -> Examples.valid(feed.topic()));
    }

    static Stream<Path> invalidRecords() {
        return Arrays.stream(Feed.values()).flatMap(feed -> Examples.invalid(feed.topic()));
    }

    @ParameterizedTest
    @MethodSource("validRecords")
    void decodesEveryValidExample(Path example) {
        Decoded<? extends FeedRecord> decoded = decode(example);

        assertThat(decoded.rejection()).isNull();
        assertThat(decoded.value()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("invalidRecords")
    void rejectsEveryInvalidExampleForTheReasonInItsName(Path example) {
        Decoded<? extends FeedRecord> decoded = decode(example);

        String name = String.valueOf(example.getFileName());
        assertThat(decoded.value()).isNull();
        assertThat(Objects.requireNonNull(decoded.rejection()).reason().wireName())
                .isEqualTo(name.substring(0, name.indexOf('.')));
    }

    private static Decoded<? extends FeedRecord> decode(Path example) {
        return Examples.decoder(Examples.feedOf(example), KnownSites.anySite())
                .decode(Examples.read(example), FeedRecord.UNKNOWN_TIME);
    }
}

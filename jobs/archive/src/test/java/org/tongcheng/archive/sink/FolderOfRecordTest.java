package org.tongcheng.archive.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.testkit.ShanghaiTime;

class FolderOfRecordTest {

    private static final FolderOfRecord FOLDERS = new FolderOfRecord("staging.", ShanghaiTime.ZONE);
    private static final String TAPS = "staging.transit.taps";

    /** Nothing is asked of it. */
    private static final BucketAssigner.Context NOW = new BucketAssigner.Context() {
        @Override
        public long currentProcessingTime() {
            throw new UnsupportedOperationException("a folder does not depend on when a record is written");
        }

        @Override
        public long currentWatermark() {
            throw new UnsupportedOperationException("a folder does not depend on other records");
        }

        @Override
        public Long timestamp() {
            throw new UnsupportedOperationException("a folder depends on what is archived");
        }
    };

    private static ArchivedRecord record(String topic, long eventTime, long arrivedAt) {
        return new ArchivedRecord(topic, 3, 7, arrivedAt, null, null, eventTime, Verdict.ACCEPTED, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T23:59:59.999, feed=transit.taps/event_date=2026-03-04/kafka_partition=3",
        "2026-03-05T00:00, feed=transit.taps/event_date=2026-03-05/kafka_partition=3"
    })
    void datesByTheEventInTheZone(String local, String folder) {
        assertThat(FOLDERS.getBucketId(record(TAPS, at(local), at("2026-03-09T10:00")), NOW))
                .isEqualTo(folder);
    }

    @Test
    void datesWhatHasNoTimeByItsArrival() {
        assertThat(FOLDERS.getBucketId(record(TAPS, FeedRecord.UNKNOWN_TIME, at("2026-03-05T10:00")), NOW))
                .isEqualTo("feed=transit.taps/event_date=2026-03-05/kafka_partition=3");
        assertThat(FOLDERS.getBucketId(record(TAPS, FeedRecord.UNKNOWN_TIME, FeedRecord.UNKNOWN_TIME), NOW))
                .isEqualTo("feed=transit.taps/event_date=1970-01-01/kafka_partition=3");
    }

    @Test
    void knowsNoFolderForAnotherTopic() {
        assertThatThrownBy(() -> FOLDERS.getBucketId(record("staging.other", 0, 0), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'other'");
    }

    @Test
    void readsTheFoldersOfASnapshot() throws IOException {
        SimpleVersionedSerializer<String> serializer = FOLDERS.getSerializer();
        String folder = "feed=water.observations/event_date=2026-03-05/kafka_partition=0";
        byte[] text = folder.getBytes(StandardCharsets.UTF_8);
        byte[] versionOne = ByteBuffer.allocate(Integer.BYTES + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length)
                .put(text)
                .array();

        assertThat(serializer.deserialize(1, versionOne)).isEqualTo(folder);
        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(folder)))
                .isEqualTo(folder);
    }

    @Test
    void travelsWithTheJob() throws Exception {
        assertThat(Objects.requireNonNull(InstantiationUtil.clone(FOLDERS))).isEqualTo(FOLDERS);
    }
}

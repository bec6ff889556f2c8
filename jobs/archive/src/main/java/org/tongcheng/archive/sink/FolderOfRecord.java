package org.tongcheng.archive.sink;

import java.time.ZoneId;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.index.ArchiveLayout;
import org.tongcheng.domain.feed.Feed;

/**
 * Puts each record into its folder.
 *
 * @param topicPrefix before the feed's name in the name of a topic
 */
record FolderOfRecord(String topicPrefix, ZoneId zone) implements BucketAssigner<ArchivedRecord, String> {

    @Override
    public String getBucketId(ArchivedRecord record, Context context) {
        Feed feed = Feed.ofTopic(record.topic().substring(topicPrefix.length()));
        return ArchiveLayout.folder(feed, record.eventTime(), record.kafkaTimestamp(), record.partition(), zone);
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}

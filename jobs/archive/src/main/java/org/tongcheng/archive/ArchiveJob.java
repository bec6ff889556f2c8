package org.tongcheng.archive;

import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.archive.sink.ArchiveFiles;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/** The archive job: wires its topology between Kafka and an archive. */
public final class ArchiveJob {

    private ArchiveJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, ArchiveConfig::from, ArchiveJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(ArchiveConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        KafkaReachability.check(
                config.job().kafka(), Stream.of(Feed.values()).map(Feed::topic).toList());
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, ArchiveConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        ArchiveFiles.write(
                ArchiveTopology.of(ArchiveFeeds.read(environment, config.job(), region.sites())),
                config.archiveUri(),
                config.job().kafka().topicPrefix(),
                region.zone(),
                config.compactAfter());
    }
}

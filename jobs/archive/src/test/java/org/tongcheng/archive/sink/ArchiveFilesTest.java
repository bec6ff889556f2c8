package org.tongcheng.archive.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ShanghaiTime;

/** Flink's writer of files with what is ours in it. */
@SuppressWarnings("rawtypes") // what a writer gives to its committer
class ArchiveFilesTest {

    @TempDir
    private Path root;

    @Test
    void forgetsTheFoldersThatNoRecordComesToAnyMore() throws Exception {
        List<Long> sizes = new ArrayList<>();
        try (HarnessedJob<CommittableMessage> writer = writer(Map.of())) {
            for (int day = 0; day < 40; day++) {
                write(writer, day, day);
                sizes.add(snapshot(writer).getStateSize());
            }
        }
        assertThat(sizes.subList(2, sizes.size())).containsOnly(sizes.get(1));
        assertThat(files()).hasSize(40);
    }

    @Test
    void goesOnInTheFoldersOfASnapshot() throws Exception {
        OperatorSubtaskState state;
        try (HarnessedJob<CommittableMessage> writer = writer(Map.of())) {
            write(writer, 0, 0);
            write(writer, 1, 1);
            state = snapshot(writer);
            // Of what comes behind the snapshot there is no file once it is restored.
            write(writer, 2, 0);
        }
        assertThat(state.hasState()).isTrue();
        List<Path> before = files();
        try (HarnessedJob<CommittableMessage> writer = writer(Map.of(ArchiveFiles.UID, state))) {
            write(writer, 2, 0);
            write(writer, 3, 0);
            write(writer, 4, 1);
            snapshot(writer);
        }

        List<Long> added = new ArrayList<>();
        for (Path file : files()) {
            if (!before.contains(file)) {
                FileRows.of(file).forEach(record -> added.add(record.offset()));
            }
        }
        assertThat(added).containsExactlyInAnyOrder(2L, 3L, 4L);
    }

    private static void write(HarnessedJob<CommittableMessage> writer, long offset, int day) throws Exception {
        ArchivedRecord record = TestArchive.record(0, offset, day * TestArchive.DAY);
        writer.feed(ArchiveFiles.UID, record, record.eventTime());
    }

    private static OperatorSubtaskState snapshot(HarnessedJob<CommittableMessage> writer) throws Exception {
        return Objects.requireNonNull(writer.snapshot().get(ArchiveFiles.UID));
    }

    /** All that were ended with a checkpoint, before they are seen. */
    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private HarnessedJob<CommittableMessage> writer(Map<String, OperatorSubtaskState> restored) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        ArchiveFiles.write(
                environment
                        .fromData(TypeInformation.of(ArchivedRecord.class), TestArchive.record(0, 0, 0))
                        .uid("records"),
                root.toUri().toString(),
                "",
                ShanghaiTime.ZONE,
                0);
        return new HarnessedJob<>(
                environment.getStreamGraph(), List.of(ArchiveFiles.UID), restored, CommittableMessage.class);
    }
}

package org.tongcheng.plumbing.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.FileUtils;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The last revision of each point, once all has been read, in order of time with watermarks, as if it were live: what does not
 * depend on the order of arrival. Partitioned by series, not keyed. It keeps no state, so it is for jobs that are run again
 * rather than restored: points beyond some megabytes wait in Flink's temporary folders.
 */
public final class LastRevisions extends AbstractStreamOperator<Result>
        implements OneInputStreamOperator<Result, Result> {

    private static final long serialVersionUID = 1L;
    private static final long MEMORY_BYTES = 32L << 20;
    private static final int DIGITS = 20;

    private final long memoryBytes;
    private transient Path folder;
    private transient SpillingSorter sorter;
    private transient TypeSerializer<Result> serializer;
    private transient DataOutputSerializer bytes;
    private transient DataInputDeserializer input;
    private transient long reached;

    LastRevisions(long memoryBytes) {
        this.memoryBytes = memoryBytes;
    }

    /** @param results of a bounded job, the revisions of a point in their order */
    public static DataStream<Result> of(DataStream<Result> results, String uid) {
        return results.keyBy(Result::series)
                .transform(uid, ResultSerializer.RESULT, new LastRevisions(MEMORY_BYTES))
                .uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        String temporary = getContainingTask().getEnvironment().getIOManager().getSpillingDirectoriesPaths()[0];
        folder = Path.of(temporary, "points-" + UUID.randomUUID());
        sorter = new SpillingSorter(folder, memoryBytes);
        serializer =
                ResultSerializer.RESULT.createSerializer(getExecutionConfig().getSerializerConfig());
        bytes = new DataOutputSerializer(512);
        input = new DataInputDeserializer();
        reached = Long.MIN_VALUE;
    }

    @Override
    public void processElement(StreamRecord<Result> element) throws Exception {
        Result point = element.getValue();
        bytes.clear();
        serializer.serialize(point, bytes);
        sorter.add(new SortedLine(
                List.of(sortable(point.time()), point.series()), 0, point.revision(), bytes.getCopyOfBuffer()));
    }

    @Override
    public void processWatermark(Watermark mark) {
        // Points of any time may still come, behind the last watermark too, from an input that is idle.
    }

    @Override
    public void finish() throws Exception {
        sorter.forEach(this::emit);
        output.emitWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }

    @Override
    public void close() throws Exception {
        super.close();
        if (sorter != null) {
            sorter.close();
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private void emit(SortedLine line) throws IOException {
        input.setBuffer(line.text());
        Result point = serializer.deserialize(input);
        if (point.time() > reached) {
            reached = point.time();
            output.emitWatermark(new Watermark(reached - 1));
        }
        output.collect(new StreamRecord<>(point, point.time()));
    }

    /** So many digits that the order of the texts is that of the times, which are those of our days. */
    private static String sortable(long time) {
        String digits = Long.toString(time);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}

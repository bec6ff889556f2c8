package org.tongcheng.local.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.file.FileEnds;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;

/** Where the results of a bounded run go. Each method is called once. */
public interface RunEnds {

    /** @param outputs of the jobs that read feeds, by topic of their results */
    void write(Map<String, JobOutput> outputs);

    /** For a job that reads no feed. */
    void writeResults(DataStream<Result> results, String topic);

    void writeAlerts(AlertOutput output);

    /** A file for each topic, in a folder. */
    static RunEnds files(Path folder, ZoneId zone) {
        return new RunEnds() {
            @Override
            public void write(Map<String, JobOutput> outputs) {
                FileEnds.write(outputs, folder, zone);
            }

            @Override
            public void writeResults(DataStream<Result> results, String topic) {
                FileEnds.writeResults(results, folder, topic, zone);
            }

            @Override
            public void writeAlerts(AlertOutput output) {
                FileEnds.writeAlerts(output, folder, zone);
            }
        };
    }

    /** The same results to several ends. */
    static RunEnds all(List<RunEnds> ends) {
        return new RunEnds() {
            @Override
            public void write(Map<String, JobOutput> outputs) {
                ends.forEach(end -> end.write(outputs));
            }

            @Override
            public void writeResults(DataStream<Result> results, String topic) {
                ends.forEach(end -> end.writeResults(results, topic));
            }

            @Override
            public void writeAlerts(AlertOutput output) {
                ends.forEach(end -> end.writeAlerts(output));
            }
        };
    }
}

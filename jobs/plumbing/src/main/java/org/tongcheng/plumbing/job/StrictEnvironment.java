package org.tongcheng.plumbing.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The settings that every environment of the project has, whoever starts it. */
public final class StrictEnvironment {

    private StrictEnvironment() {}

    /** No Kryo, no generated uids, objects reused along a chain. */
    public static Configuration strict(Configuration configuration) {
        Configuration strict = new Configuration(configuration);
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(PipelineOptions.OBJECT_REUSE, true);
        return strict;
    }

    /** Makes an environment strict that someone else has made. */
    public static StreamExecutionEnvironment strict(StreamExecutionEnvironment environment) {
        environment.configure(strict(new Configuration()));
        return environment;
    }
}

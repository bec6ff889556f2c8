package org.tongcheng.plumbing.job;

import java.util.Map;
import java.util.function.Function;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What every main does before it hands its job to Flink: a start that cannot work ends in one message and exit code 1,
 * without a stack trace unless {@code --verbose} asks for it.
 *
 * <p>Decided: main throws, it never calls {@link System#exit}. {@code flink run} and an application cluster call main
 * inside their own process, where an exit would take them along. Thrown is a {@link StartException}, which both know
 * how to tell; what a running job fails of is Flink's to report and goes through untouched.
 */
public final class JobStart {

    private JobStart() {}

    /**
     * @param config what the job has to know, out of arguments and environment variables
     * @param wiring makes the whole job of that, and does not execute it
     * @return the job, ready to be executed
     * @throws StartException whatever keeps the job from being made; with {@code --verbose} the exception itself
     */
    public static <C> StreamExecutionEnvironment wired(
            String[] arguments, Function<Settings, C> config, Function<C, StreamExecutionEnvironment> wiring) {
        Map<String, String> environment = System.getenv();
        try {
            return wiring.apply(Settings.read(arguments, environment, config));
        } catch (RuntimeException failure) {
            throw Settings.verbose(arguments, environment) ? failure : new StartException(Reason.of(failure));
        }
    }
}

package org.tongcheng.plumbing.job;

import org.apache.flink.client.program.ProgramParametrizationException;

/**
 * A job that cannot start, in one message. {@code flink run} prints the message of its parent type alone and exits
 * with 1; a JVM whose main throws it does the same, because there is no stack trace to print.
 */
public final class StartException extends ProgramParametrizationException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]);
    }
}

package org.tongcheng.plumbing.job;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.flink.util.SerializedThrowable;

/** What is worth telling of a chain of causes. */
public final class Reason {

    /** Packages whose exceptions only carry those of others. */
    private static final List<String> WRAPPING = List.of("org.apache.flink.", "java.util.concurrent.");

    private Reason() {}

    /** The outermost message that is not just a wrapping: whoever threw it knew what it was doing. */
    public static String of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable reason = failure;
        for (Throwable next = failure; next != null && seen.add(next); next = next.getCause()) {
            reason = unpacked(next);
            String type = reason.getClass().getName();
            if (WRAPPING.stream().noneMatch(type::startsWith)) {
                break;
            }
        }
        return told(reason);
    }

    private static String told(Throwable reason) {
        String message = reason.getMessage();
        if (message == null) {
            return reason.getClass().getName();
        }
        boolean sentence = reason instanceof UncheckedIOException
                || reason.getClass().getName().startsWith("org.tongcheng.");
        return sentence ? message : reason.getClass().getSimpleName() + ": " + message;
    }

    /** A job's failure travels packed. */
    private static Throwable unpacked(Throwable failure) {
        return failure instanceof SerializedThrowable packed
                ? packed.deserializeError(Reason.class.getClassLoader())
                : failure;
    }
}

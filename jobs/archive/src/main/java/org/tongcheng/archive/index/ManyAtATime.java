package org.tongcheng.archive.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a store for many small things side by side: each waits for the network longer than it works. */
final class ManyAtATime {

    private static final int THREADS = 8;

    private ManyAtATime() {}

    interface Question<Q, A> {
        A answer(Q question) throws IOException;
    }

    /** The answers in the order of the questions. */
    static <Q, A> List<A> map(Collection<Q> questions, Question<Q, A> asked) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(THREADS, questions.size())));
        try {
            List<Callable<A>> calls = new ArrayList<>();
            questions.forEach(question -> calls.add(() -> asked.answer(question)));
            List<A> answers = new ArrayList<>();
            for (Future<A> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading an archive");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException told ? told : new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

package org.tongcheng.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a run over the taps took.
 *
 * @param seconds wall clock, from start to the last tap's effect
 * @param cpuSeconds of the whole process, broker and garbage collection included
 */
record Measured(long taps, double seconds, double cpuSeconds) {

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    /** Something that works through all taps and says how many there were. */
    @FunctionalInterface
    interface Work {
        long run() throws Exception;
    }

    static Measured of(Work work) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        long taps = work.run();
        return new Measured(taps, (System.nanoTime() - start) / NANOS, (process.getProcessCpuTime() - cpu) / NANOS);
    }

    double tapsPerSecond() {
        return taps / seconds;
    }

    double cpuSecondsPerMillion() {
        return cpuSeconds / taps * MILLION;
    }
}

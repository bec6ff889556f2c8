package org.tongcheng.plumbing.intake;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.transit.RecentIds;

/** The ids that state does not have yet, in the order of their coming, told apart by the hour of their event. */
final class NewIds {

    private static final int MINUTES = 60;

    private final int buckets;
    private final Map<Integer, Log> hours = new HashMap<>();
    private @Nullable Log lastLog;
    private int size;

    NewIds(int buckets) {
        this.buckets = buckets;
    }

    /** Hears of the ids of one bucket and hour. */
    @FunctionalInterface
    interface Chunks {
        void chunk(int bucket, int hour, byte[] ids) throws Exception;
    }

    int size() {
        return size;
    }

    /** @param minute of the event, since 1970 */
    void add(int bucket, long hash, int minute) {
        int hour = minute / MINUTES;
        Log log = lastLog;
        if (log == null || log.hour != hour) {
            log = hours.computeIfAbsent(hour, Log::new);
            lastLog = log;
        }
        log.add(bucket, hash, minute % MINUTES);
        size++;
    }

    /** Hands on and forgets all: per id eight bytes of hash and one of the minute in the hour. */
    void drain(Chunks chunks) throws Exception {
        for (Log log : hours.values()) {
            log.drain(buckets, chunks);
        }
        hours.clear();
        lastLog = null;
        size = 0;
    }

    /** Puts what a chunk holds into a table. */
    static void load(int hour, byte[] chunk, RecentIds ids) {
        ByteBuffer source = ByteBuffer.wrap(chunk);
        while (source.hasRemaining()) {
            ids.add(source.getLong(), hour * MINUTES + source.get(), 0);
        }
    }

    private static final class Log {
        static final int ID_BYTES = Long.BYTES + 1;
        private static final int SMALLEST = 256;
        private static final int MINUTE_BITS = 6;

        final int hour;
        private long[] hashes = new long[SMALLEST];
        private int[] places = new int[SMALLEST];
        private int size;

        Log(int hour) {
            this.hour = hour;
        }

        void add(int bucket, long hash, int minuteOfHour) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * size);
                places = Arrays.copyOf(places, 2 * size);
            }
            hashes[size] = hash;
            places[size++] = bucket << MINUTE_BITS | minuteOfHour;
        }

        void drain(int buckets, Chunks chunks) throws Exception {
            int[] counts = new int[buckets];
            for (int i = 0; i < size; i++) {
                counts[places[i] >>> MINUTE_BITS]++;
            }
            ByteBuffer[] ids = new ByteBuffer[buckets];
            for (int bucket = 0; bucket < buckets; bucket++) {
                ids[bucket] = ByteBuffer.allocate(counts[bucket] * ID_BYTES);
            }
            for (int i = 0; i < size; i++) {
                byte minute = (byte) (places[i] & (1 << MINUTE_BITS) - 1);
                ids[places[i] >>> MINUTE_BITS].putLong(hashes[i]).put(minute);
            }
            for (int bucket = 0; bucket < buckets; bucket++) {
                if (counts[bucket] > 0) {
                    chunks.chunk(bucket, hour, ids[bucket].array());
                }
            }
        }
    }
}

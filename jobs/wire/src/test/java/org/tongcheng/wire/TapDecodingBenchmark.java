package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Tap;

/**
 * Prints nanoseconds of processor time per tap of both ways to read one. Run by hand, so standard output is its only
 * reader; no part of the build.
 */
final class TapDecodingBenchmark {

    private static final int TAPS = 20_000;
    private static final int ROUNDS = 12;
    private static final int STOPS = 300;
    private static final long ARRIVED = 1_772_676_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TapDecodingBenchmark() {}

    public static void main(String[] arguments) {
        byte[][] taps = taps();
        long bytes = 0;
        for (byte[] tap : taps) {
            bytes += tap.length;
        }
        System.out.println(TAPS + " taps of " + bytes / TAPS + " bytes");
        TapDecoder decoder = new TapDecoder(sites());
        TapScanner scanner = new TapScanner(sites());
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf(
                    "scanner %.0f ns, decoder %.0f ns, judge %.0f ns, bare tokens %.0f ns%n",
                    nanoseconds(taps, tap -> time(scanner.scan(tap, FeedRecord.UNKNOWN_TIME))),
                    nanoseconds(taps, tap -> time(decoder.decode(tap, ARRIVED).value())),
                    nanoseconds(taps, tap -> time(decoder.judge(tap, ARRIVED).value())),
                    nanoseconds(taps, TapDecodingBenchmark::tokens));
        }
    }

    private static long time(@Nullable Tap tap) {
        if (tap == null) {
            throw new IllegalStateException("not read");
        }
        return tap.eventTime();
    }

    /** For comparison: what Jackson needs to find the tokens, reading none. */
    private static long tokens(byte[] tap) {
        long tokens = 0;
        try (JsonParser parser = JsonText.FACTORY.createParser(tap)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static double nanoseconds(byte[][] taps, ToLongFunction<byte[]> read) {
        long start = THREADS.getCurrentThreadCpuTime();
        long sum = 0;
        for (int repeat = 0; repeat < 20; repeat++) {
            for (byte[] tap : taps) {
                sum += read.applyAsLong(tap);
            }
        }
        double elapsed = THREADS.getCurrentThreadCpuTime() - start;
        if (sum == 42) {
            System.out.println("unlikely");
        }
        return elapsed / (20.0 * TAPS);
    }

    private static KnownSites sites() {
        Map<String, String> stops = new HashMap<>();
        for (int i = 0; i < STOPS; i++) {
            stops.put("65100" + (100 + i), "510100");
        }
        return new KnownSites(stops, Set.of());
    }

    private static byte[][] taps() {
        Random random = new Random(7);
        byte[][] taps = new byte[TAPS][];
        for (int i = 0; i < TAPS; i++) {
            int second = random.nextInt(3600);
            String time = String.format("2026-03-05T09:%02d:%02d", second / 60, second % 60);
            String tap =
                    "{\"schema_version\":\"tap/1\",\"transaction_id\":\"" + String.format("%016x", random.nextLong())
                            + "\",\"service_date\":\"2026-03-05\",\"event_timestamp\":\"" + time
                            + "+08:00\",\"city_code\":\"510100\",\"agency_id\":\"chengdu-metro\",\"fare_action\":\""
                            + (random.nextBoolean() ? "Enter" : "Exit") + "\",\"route_type\":1,\"device_id\":\"gate-"
                            + random.nextInt(10000) + "\",\"amount\":" + random.nextInt(10) + "." + random.nextInt(10)
                            + "0,\"currency_type\":\"CNY\",\"fare_capped\":false,\"token_id\":\"hk1:"
                            + String.format("%016x%016x", random.nextLong(), random.nextLong())
                            + "\",\"source\":\"afc\",\"received_timestamp\":\"" + time
                            + ".250+08:00\",\"issuer_city_code\":\"510600\",\"issuer_id\":\"31047807\",\"route_id\":\"metro-"
                            + random.nextInt(12) + "\",\"stop_id\":\"65100" + (100 + random.nextInt(STOPS))
                            + "\",\"amount_undiscounted\":4.00,\"fare_media_id\":\"Smart card or ticket\"}";
            taps[i] = tap.getBytes(StandardCharsets.UTF_8);
        }
        return taps;
    }
}

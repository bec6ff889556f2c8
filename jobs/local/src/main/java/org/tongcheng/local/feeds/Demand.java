package org.tongcheng.local.feeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A day's demand taken apart into journeys to work, journeys home and errands, which come in two halves: out and back.
 * Put together again, the parts give the whole profile exactly.
 *
 * @param commuterShare share of all trips that go to work; as many go home, the rest are errands
 */
record Demand(
        double commuterShare,
        DayProfile whole,
        DayProfile toWork,
        DayProfile home,
        DayProfile errandsOut,
        DayProfile errandsBack) {

    private static final int SLOTS = DayProfile.SLOTS;

    /** The measured weekday of a metro of 276 stations; see the resource. */
    static Demand metro() {
        return of(measured());
    }

    /** Buses follow the metro, spread wider over the day, and a few run at night. */
    static Demand bus() {
        double[] metro = measured();
        double[] bus = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            double hour = slot / 4.0;
            double daytime = hour >= 6 && hour < 22.5 ? 1.0 / 66 : 0;
            double night = hour < 2 || hour >= 23 ? 1.0 / 12 : 0;
            bus[slot] = 0.7 * metro[slot] + 0.296 * daytime + 0.004 * night;
        }
        return of(bus);
    }

    private static Demand of(double[] whole) {
        double[] toWork = weighted(whole, new double[] {0, 2.5, 9.5, 12}, new double[] {0, 0.95, 0.95, 0});
        double[] home = weighted(whole, new double[] {15, 17, 20, 23}, new double[] {0, 0.92, 0.92, 0.6});
        double commuters = Math.min(sum(toWork), sum(home));
        scale(toWork, commuters / sum(toWork));
        scale(home, commuters / sum(home));
        double[] out = new double[SLOTS];
        double[] back = new double[SLOTS];
        double half = (sum(whole) - 2 * commuters) / 2;
        double seen = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            double errands = Math.max(0, whole[slot] - toWork[slot] - home[slot]);
            out[slot] = Math.max(0, Math.min(errands, half - seen));
            back[slot] = errands - out[slot];
            seen += errands;
        }
        return new Demand(
                commuters / sum(whole),
                new DayProfile(whole),
                new DayProfile(toWork),
                new DayProfile(home),
                new DayProfile(out),
                new DayProfile(back));
    }

    /** Takes the part of each slot that a broken line through (hour, part) gives. */
    private static double[] weighted(double[] whole, double[] hours, double[] parts) {
        double[] weighted = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            weighted[slot] = whole[slot] * Curve.at(slot / 4.0, hours, parts);
        }
        return weighted;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static void scale(double[] values, double factor) {
        for (int slot = 0; slot < SLOTS; slot++) {
            values[slot] *= factor;
        }
    }

    private static double[] measured() {
        double[] shares = new double[SLOTS];
        try (InputStream resource = Demand.class.getResourceAsStream("metro-demand.csv")) {
            if (resource == null) {
                throw new IllegalStateException("metro-demand.csv is missing from the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int hour = Integer.parseInt(line, 0, 2, 10);
                int minute = Integer.parseInt(line, 3, 5, 10);
                shares[hour * 4 + minute / 15] = Double.parseDouble(line.substring(6));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return shares;
    }
}

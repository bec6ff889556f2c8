package org.tongcheng.local.feeds;

import java.math.BigDecimal;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.reference.WaterSection;

/** The rivers: clean or less so by section, warmer and fuller of oxygen by season and hour, with a little noise. */
final class RiverState {

    private static final double[] DAY_HOURS = {0, 6, 15, 24};
    private static final double[] WARMTH = {-0.3, -0.8, 0.9, -0.3};

    /** Every so many-th section also counts algae. */
    private static final int WITH_ALGAE = 4;

    private final long seed;
    private final Timeline timeline;
    private final Incidents incidents;

    RiverState(long seed, Timeline timeline, Incidents incidents) {
        this.seed = Dice.hash(seed, "water");
        this.timeline = timeline;
        this.incidents = incidents;
    }

    /** The values as an automatic section measures them, with more decimals than are published. */
    Reading at(WaterSection section, int observed) {
        double winter = Season.winter(timeline.dateOf(observed));
        double hour = Math.floorMod(observed, Timeline.DAY) / (double) Timeline.HOUR;
        double warmth = Curve.at(hour, DAY_HOURS, WARMTH);
        Dice place = new Dice(Dice.hash(seed, section.sectionId()));
        Dice noise = new Dice(Dice.hash(Dice.hash(seed, section.sectionId()), observed));

        // A target of class 2 is given to rivers that come clean from the mountains.
        Integer target = section.targetClass();
        double burden = target != null && target <= 2 ? 0.1 * place.unit() : 0.15 + 0.85 * place.unit();
        double phosphorus =
                (0.04 + 0.11 * burden) * around(noise) + incidents.addedPhosphorus(section.sectionId(), observed);
        Reading reading = new Reading();
        put(reading, WaterItem.WATER_TEMPERATURE, 9 + 15 * (1 - winter) + warmth + noise.bell(), 2);
        put(reading, WaterItem.PH, 7.5 + 0.6 * place.unit() + 0.1 * noise.bell(), 4);
        put(
                reading,
                WaterItem.DISSOLVED_OXYGEN,
                7.2 + 2 * winter - 1.1 * burden + 0.4 * warmth + 0.3 * noise.bell(),
                3);
        put(reading, WaterItem.CONDUCTIVITY, (250 + 350 * burden) * around(noise), 2);
        put(reading, WaterItem.TURBIDITY, (4 + 30 * place.unit()) * around(noise), 1);
        put(reading, WaterItem.CODMN, (1.3 + 2.9 * burden) * around(noise), 2);
        put(reading, WaterItem.NH3_N, (0.04 + 0.4 * burden) * around(noise), 3);
        put(reading, WaterItem.TP, phosphorus, 4);
        put(reading, WaterItem.TN, (1.1 + 2.6 * burden) * around(noise), 3);
        if (place.below(WITH_ALGAE) == 0) {
            put(reading, WaterItem.CHLOROPHYLL_A, (0.002 + 0.006 * burden) * around(noise), 4);
            put(reading, WaterItem.ALGAL_DENSITY, (200_000 + 900_000 * burden) * around(noise), 0);
        }
        return reading;
    }

    private static double around(Dice noise) {
        return 1 + 0.08 * noise.bell();
    }

    private static void put(Reading reading, WaterItem item, double value, int decimals) {
        reading.values().put(item.wireName(), text(value, decimals));
    }

    static String text(double value, int decimals) {
        double scale = 1;
        for (int decimal = 0; decimal < decimals; decimal++) {
            scale *= 10;
        }
        long scaled = Math.max(1, Math.round(value * scale));
        return BigDecimal.valueOf(scaled, decimals).stripTrailingZeros().toPlainString();
    }
}

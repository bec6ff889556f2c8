package org.tongcheng.local.feeds;

import java.util.EnumMap;
import java.util.Map;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.reference.AirStation;

/** The air over the cities: a smooth day for each pollutant, lifted by station, day and season, with a little noise. */
final class AirWeather {

    private static final double[] PARTICLE_HOURS = {0, 4, 9, 15, 22, 24};
    private static final double[] PARTICLES = {1.12, 1.0, 1.18, 0.78, 1.12, 1.12};
    private static final double[] TRAFFIC_HOURS = {0, 4, 8.5, 14, 19, 24};
    private static final double[] TRAFFIC = {0.95, 0.7, 1.3, 0.65, 1.35, 0.95};
    private static final double[] SUN_HOURS = {0, 6.5, 15, 20, 24};
    private static final double[] SUN = {0.35, 0.2, 1.3, 0.6, 0.35};

    private final long seed;
    private final Timeline timeline;
    private final Incidents incidents;

    AirWeather(long seed, Timeline timeline, Incidents incidents) {
        this.seed = Dice.hash(seed, "air");
        this.timeline = timeline;
        this.incidents = incidents;
    }

    /**
     * Hourly means of what the station monitors, as the national platform writes them: whole ug/m3, CO with one decimal.
     *
     * @param label second at which the hour ends
     */
    Reading at(AirStation station, int label) {
        int middle = label - Timeline.HOUR / 2;
        double hour = Math.floorMod(middle, Timeline.DAY) / (double) Timeline.HOUR;
        double winter = Season.winter(timeline.dateOf(middle));
        Dice day = new Dice(Dice.hash(seed, Math.floorDiv(middle, Timeline.DAY)));
        Dice place = new Dice(Dice.hash(seed, station.stationId()));
        Dice noise = new Dice(Dice.hash(Dice.hash(seed, station.stationId()), label));

        double dusty = (0.75 + 0.5 * day.unit()) * (0.9 + 0.2 * place.unit());
        double usual = (18 + 34 * winter) * dusty * Curve.at(hour, PARTICLE_HOURS, PARTICLES);
        double pm25 = incidents.pm25(station.cityCode(), middle, usual) * (1 + 0.07 * noise.bell());
        double pm10 = (pm25 * 1.22 + 15) * (1 + 0.06 * noise.bell());
        double no2 = (20 + 14 * winter) * (0.8 + 0.4 * place.unit()) * Curve.at(hour, TRAFFIC_HOURS, TRAFFIC);
        double sunny = (0.6 + 0.6 * day.unit()) * (0.93 + 0.14 * place.unit());
        double o3 = (45 + 105 * (1 - winter)) * sunny * Curve.at(hour, SUN_HOURS, SUN);

        Map<AirItem, Double> values = new EnumMap<>(AirItem.class);
        values.put(AirItem.SO2, 3 + 4 * place.unit() + 2 * noise.unit());
        values.put(AirItem.NO2, no2 * (1 + 0.1 * noise.bell()));
        values.put(AirItem.PM10, pm10);
        values.put(AirItem.CO, 0.4 + 0.2 * winter + 0.004 * pm25 + 0.1 * noise.unit());
        values.put(AirItem.O3, o3 * (1 + 0.08 * noise.bell()));
        values.put(AirItem.PM2_5, pm25);
        Reading reading = new Reading();
        values.forEach((item, value) -> {
            if (station.pollutants().contains(item)) {
                reading.values().put(item.wireName(), text(item, value));
            }
        });
        return reading;
    }

    private static String text(AirItem item, double value) {
        if (item == AirItem.CO) {
            long tenths = Math.max(1, Math.round(value * 10));
            return tenths / 10 + "." + tenths % 10;
        }
        return Long.toString(Math.max(1, Math.round(value)));
    }
}

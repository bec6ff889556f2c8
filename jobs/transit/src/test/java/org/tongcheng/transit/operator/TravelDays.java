package org.tongcheng.transit.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.SampleTap;

/**
 * Days of cards that travel as people do: out in the morning, back in the evening, by metro (two taps) or bus (one),
 * 2.7 taps a card and day. About six hundred cards share a stop, as in a city of six million cards and ten thousand
 * stops.
 */
final class TravelDays {

    private static final int METRO_STOPS = 24;
    private static final int BUS_STOPS = 40;
    private static final String[] OTHER_CITIES = {"510600", "511400", "512000"};

    private final Random random = new Random(20260305);
    private final List<Tap> taps = new ArrayList<>();

    private TravelDays() {}

    /** Taps in order of time. */
    static List<Tap> of(int cards, int days) {
        TravelDays travel = new TravelDays();
        for (int day = 0; day < days; day++) {
            for (int card = 1; card <= cards; card++) {
                travel.day(card, day);
            }
        }
        travel.taps.sort(Comparator.comparingLong(Tap::eventTime));
        return travel.taps;
    }

    private void day(int card, int day) {
        long morning = SampleTap.MIDNIGHT + day * BusinessTime.DAY + around(8);
        long evening = SampleTap.MIDNIGHT + day * BusinessTime.DAY + around(18);
        int habit = random.nextInt(20);
        // 4 taps of 6 in 20, 3 of 5, 2 of 6, 1 of 3: 2.7 on average.
        if (habit < 6) {
            metro(card, morning);
            metro(card, evening);
        } else if (habit < 11) {
            metro(card, morning);
            bus(card, evening);
        } else if (habit < 17) {
            bus(card, morning);
            bus(card, evening);
        } else {
            bus(card, morning);
        }
    }

    private void metro(int card, long at) {
        long minutes = 5L + random.nextInt(50);
        for (boolean out : new boolean[] {false, true}) {
            int stop = random.nextInt(METRO_STOPS);
            SampleTap tap = out
                    ? SampleTap.exit(id())
                            .at(at + minutes * BusinessTime.MINUTE)
                            .fen(200 + random.nextInt(5) * 100, 40)
                    : SampleTap.enter(id()).at(at).fen(0, 0);
            taps.add(tap.card(card)
                    .issuer(issuer(card))
                    .serviceDay(serviceDay(at))
                    .stop("510100-M" + (100 + stop))
                    .route("M" + stop % 4, 1)
                    .tap());
        }
    }

    private void bus(int card, long at) {
        int stop = random.nextInt(BUS_STOPS);
        taps.add(SampleTap.enter(id())
                .at(at)
                .card(card)
                .issuer(issuer(card))
                .serviceDay(serviceDay(at))
                .stop("510100-B" + (1000 + stop))
                .route("B" + stop % 8, 3)
                .tap());
    }

    /** One card in twenty comes from another city. */
    private static String issuer(int card) {
        return card % 20 == 0 ? OTHER_CITIES[card / 20 % OTHER_CITIES.length] : "510100";
    }

    /** Whole seconds, as gates report them, in a rush of some hours. */
    private long around(int hour) {
        long seconds = (long) (random.nextGaussian() * 5400);
        return hour * BusinessTime.HOUR + Math.max(-2 * 3600, Math.min(4 * 3600, seconds)) * 1000;
    }

    private static int serviceDay(long at) {
        return SampleTap.SERVICE_DAY + (int) ((at - SampleTap.MIDNIGHT) / BusinessTime.DAY);
    }

    private String id() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}

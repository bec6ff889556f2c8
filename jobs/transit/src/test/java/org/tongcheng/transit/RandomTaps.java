package org.tongcheng.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;

/** Taps of few cards and stops in little time, so that whatever can collide does. */
final class RandomTaps {

    /** 2026-03-05T06:00+08:00. */
    static final long START = 1_772_661_600_000L;

    private static final String[] CITIES = {"510100", "510600", "512000"};
    private static final long SPAN = 30 * BusinessTime.HOUR;

    private RandomTaps() {}

    static List<Tap> of(long seed, int count) {
        Random random = new Random(seed);
        List<Tap> taps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = START + random.nextLong(SPAN / 1000) * 1000;
            int card = random.nextInt(60);
            String city = CITIES[random.nextInt(3)];
            int mode = random.nextInt(10) < 7 ? 1 : 3;
            FareAction action = mode == 3 ? FareAction.ENTER : FareAction.values()[random.nextInt(5)];
            taps.add(new Tap(
                    TransactionId.of("tap-" + i),
                    card,
                    card * 31L,
                    at,
                    at + random.nextInt(90_000),
                    (int) ((at + 8 * BusinessTime.HOUR - 4 * BusinessTime.HOUR) / BusinessTime.DAY),
                    new TapPlace(
                            city,
                            random.nextInt(8) == 0 ? null : city + "-" + random.nextInt(3),
                            random.nextInt(8) == 0 ? null : "route-" + random.nextInt(3),
                            mode),
                    random.nextInt(3) == 0 ? CITIES[random.nextInt(3)] : null,
                    action,
                    action.isTransfer() || random.nextInt(9) == 0,
                    random.nextInt(1000),
                    random.nextInt(100),
                    false));
        }
        return taps;
    }

    static Tap at(long time, String id) {
        return new Tap(
                TransactionId.of(id),
                7,
                7,
                time,
                time,
                20_517,
                new TapPlace(CITIES[0], null, null, 3),
                null,
                FareAction.ENTER,
                false,
                200,
                0,
                false);
    }
}

package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.TapPlace;

/** The places of the last taps, so that each is made only once. The table has a fixed size; the newest place stays. */
final class KnownPlaces {

    private static final int SIZE = 1 << 13;

    private final @Nullable TapPlace[] table = new TapPlace[SIZE];

    TapPlace of(String cityCode, @Nullable String stopId, @Nullable String routeId, int routeType) {
        int home = TapPlace.hash(cityCode, stopId, routeId, routeType) & (SIZE - 1);
        TapPlace place = table[home];
        if (place == null || !place.is(cityCode, stopId, routeId, routeType)) {
            place = new TapPlace(cityCode, stopId, routeId, routeType);
            table[home] = place;
        }
        return place;
    }
}

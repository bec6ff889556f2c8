package org.tongcheng.transit;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;

/** A tap of a Chengdu metro gate; what a test does not name is ordinary. */
public final class SampleTap {

    /** 2026-03-05T00:00+08:00, a Thursday. */
    public static final long MIDNIGHT = 1_772_640_000_000L;

    /** 2026-03-05, in days since 1970-01-01. */
    public static final int SERVICE_DAY = 20_517;

    private final String id;
    private final FareAction action;
    private long time = MIDNIGHT + 8 * BusinessTime.HOUR;
    private long card = 1;
    private int serviceDay = SERVICE_DAY;
    private String city = "510100";
    private @Nullable String issuer;
    private @Nullable String stop = "stop-1";
    private @Nullable String route = "route-1";
    private int routeType = 1;
    private boolean transfer;
    private long amount = 200;
    private long discount = 20;
    private boolean flagged;

    private SampleTap(String id, FareAction action) {
        this.id = id;
        this.action = action;
    }

    public static SampleTap acting(String id, FareAction action) {
        return new SampleTap(id, action);
    }

    public static SampleTap enter(String id) {
        return acting(id, FareAction.ENTER);
    }

    public static SampleTap exit(String id) {
        return acting(id, FareAction.EXIT);
    }

    public SampleTap at(long newTime) {
        time = newTime;
        return this;
    }

    public SampleTap card(long newCard) {
        card = newCard;
        return this;
    }

    public SampleTap serviceDay(int newServiceDay) {
        serviceDay = newServiceDay;
        return this;
    }

    public SampleTap city(String newCity) {
        city = newCity;
        return this;
    }

    public SampleTap issuer(@Nullable String newIssuer) {
        issuer = newIssuer;
        return this;
    }

    public SampleTap stop(@Nullable String newStop) {
        stop = newStop;
        return this;
    }

    public SampleTap route(@Nullable String newRoute, int newRouteType) {
        route = newRoute;
        routeType = newRouteType;
        return this;
    }

    public SampleTap transfer() {
        transfer = true;
        return this;
    }

    public SampleTap fen(long newAmount, long newDiscount) {
        amount = newAmount;
        discount = newDiscount;
        return this;
    }

    public SampleTap flagged() {
        flagged = true;
        return this;
    }

    public Tap tap() {
        return new Tap(
                TransactionId.of(id),
                card * 0x9E3779B97F4A7C15L,
                card,
                time,
                time + 1500,
                serviceDay,
                new TapPlace(city, stop, route, routeType),
                issuer,
                action,
                transfer,
                amount,
                discount,
                flagged);
    }
}

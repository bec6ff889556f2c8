package org.tongcheng.domain.feed;

import org.jspecify.annotations.Nullable;

/**
 * One card tap, with what results depend on and no more.
 *
 * @param transactionId identity of the tap
 * @param tokenHigh upper half of the 128-bit card token, key version mixed in
 * @param tokenLow lower half of the card token
 * @param eventTime epoch milliseconds
 * @param arrivedAt epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 * @param serviceDay the service date, in days since 1970-01-01
 * @param place where it was made
 * @param issuerCityCode city of the card's issuer, where given
 * @param transfer {@code transfer_flag}, or a transfer action
 * @param amountFen CNY cents paid
 * @param discountFen CNY cents that {@code amount_undiscounted} lies above {@code amount}; 0 where not given
 * @param flagged whether the stop is not registered
 */
public record Tap(
        TransactionId transactionId,
        long tokenHigh,
        long tokenLow,
        long eventTime,
        long arrivedAt,
        int serviceDay,
        TapPlace place,
        @Nullable String issuerCityCode,
        FareAction action,
        boolean transfer,
        long amountFen,
        long discountFen,
        boolean flagged)
        implements FeedRecord {

    /** GB/T 2260; the registered stop's city, else the one the record names. */
    public String cityCode() {
        return place.cityCode();
    }

    public @Nullable String stopId() {
        return place.stopId();
    }

    public @Nullable String routeId() {
        return place.routeId();
    }

    /** GTFS route_type. */
    public int routeType() {
        return place.routeType();
    }

    /** Whether the mode has gates, so that a rider taps in and out: tram, metro, rail. */
    public boolean gated() {
        return routeType() >= 0 && routeType() <= 2;
    }

    /** Whether the card was tapped outside its issuer's city. */
    public boolean roaming() {
        return issuerCityCode != null && !issuerCityCode.equals(place.cityCode());
    }
}

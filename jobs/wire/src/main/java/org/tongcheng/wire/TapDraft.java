package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;

/** The fields of a tap while they are read, in whatever order. */
final class TapDraft {

    /** Stands for an amount that the record does not give. */
    static final long NOT_GIVEN = -1;

    private static final TransactionId NO_ID = TransactionId.of("");

    final CardToken token = new CardToken();
    TransactionId transactionId = NO_ID;
    long eventTime;
    long arrivedAt;
    int serviceDay;
    String cityCode = "";
    FareAction action = FareAction.OTHER;
    int routeType;
    long amountFen;

    @Nullable
    String issuerCityCode;

    @Nullable
    String routeId;

    @Nullable
    String stopId;

    long undiscountedFen = NOT_GIVEN;

    boolean transferFlag;

    /** @param stopCity city of the registered stop, null when the tap names none or one that is not registered */
    Tap toTap(@Nullable String stopCity) {
        return toTap(stopCity, new TapPlace(city(stopCity), stopId, routeId, routeType));
    }

    /** City of the tap. */
    String city(@Nullable String stopCity) {
        return stopCity == null ? cityCode : stopCity;
    }

    /** The same, where there is an object for its place. */
    Tap toTap(@Nullable String stopCity, TapPlace place) {
        return new Tap(
                transactionId,
                token.high(),
                token.low(),
                eventTime,
                arrivedAt,
                serviceDay,
                place,
                issuerCityCode,
                action,
                transferFlag || action.isTransfer(),
                amountFen,
                undiscountedFen == NOT_GIVEN ? 0 : undiscountedFen - amountFen,
                stopId != null && stopCity == null);
    }
}

package org.tongcheng.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;

/** Judges the members of a tap one by one: version, token, then the rest in the order of the contract. */
final class TapJudge {

    static final String VERSION = "tap/1";
    static final String CURRENCY = "CNY";
    static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(1_000_000);

    static final int CITY_CODE_LENGTH = 6;

    /** The enumeration of TIDES 1.0. */
    static final Map<String, FareAction> FARE_ACTIONS = Map.of(
            "Unknown action type", FareAction.OTHER,
            "Purchase", FareAction.OTHER,
            "Enter", FareAction.ENTER,
            "Exit", FareAction.EXIT,
            "Transfer entrance", FareAction.TRANSFER_ENTRANCE,
            "Transfer exit", FareAction.TRANSFER_EXIT,
            "Add", FareAction.OTHER,
            "Activate", FareAction.OTHER,
            "Adjust", FareAction.OTHER,
            "Other", FareAction.OTHER);

    private static final BigDecimal LARGEST_ROUTE_TYPE = BigDecimal.valueOf(12);
    private static final BigDecimal LARGEST_NUMBER_OF_RIDERS = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Members members;

    TapJudge(Members members) {
        this.members = members;
    }

    Tap read(SiteDirectory sites, long arrivedAt) throws RejectedException {
        TapDraft draft = new TapDraft();
        draft.arrivedAt = arrivedAt;
        members.version(VERSION);
        readToken(draft.token);
        draft.transactionId = transactionId();
        draft.serviceDay = members.date("service_date");
        draft.eventTime = members.moment("event_timestamp");
        draft.cityCode = members.cityCode("city_code");
        members.text("agency_id", 1, Members.ID);
        draft.action = fareAction();
        draft.routeType = routeType();
        members.text("device_id", 1, Members.ID);
        draft.amountFen = members.require("amount", optionalFen("amount"));
        currency();
        members.flag("fare_capped");
        members.text("source", 1, Members.UNLIMITED);
        readOptional(draft);
        String cityOfStop = draft.stopId == null ? null : sites.cityOfStop(draft.stopId, draft.eventTime);
        if (cityOfStop == null) {
            refuseCardNumber("stop_id", draft.stopId);
        }
        refuseCardNumber("route_id", draft.routeId);
        return draft.toTap(cityOfStop);
    }

    /** These two go into results, where nobody could take them back. */
    private void refuseCardNumber(String name, @Nullable String id) throws RejectedException {
        if (id != null && CardNumbers.mayBeOne(id)) {
            throw members.reject(RejectionReason.RAW_CARD_NUMBER, name, "16 to 19 digits, as a card number has");
        }
    }

    private void readOptional(TapDraft draft) throws RejectedException {
        members.optionalMoment("received_timestamp");
        members.optionalDate("settlement_date");
        draft.issuerCityCode = members.optionalCityCode("issuer_city_code");
        members.optionalId("issuer_id");
        draft.routeId = members.optionalId("route_id");
        draft.stopId = members.optionalId("stop_id");
        members.optionalId("trip_id_performed");
        members.optionalId("vehicle_id");
        Long undiscountedFen = optionalFen("amount_undiscounted");
        draft.undiscountedFen = undiscountedFen == null ? TapDraft.NOT_GIVEN : undiscountedFen;
        members.optionalId("fare_media_id");
        members.optionalText("rider_category", 0, Members.UNLIMITED);
        members.optionalText("fare_product", 0, Members.UNLIMITED);
        draft.transferFlag = Boolean.TRUE.equals(members.optionalFlag("transfer_flag"));
        numberOfRiders();
        members.optionalText("qc", 0, Members.UNLIMITED);
    }

    /** Whether something stands in {@code token_id} that is not a token. */
    boolean hasRawCardNumber() {
        Object value = members.any("token_id");
        return value != null && !(value instanceof String text && isToken(new CardToken(), text));
    }

    private void readToken(CardToken token) throws RejectedException {
        if (hasRawCardNumber()) {
            throw members.reject(
                    RejectionReason.RAW_CARD_NUMBER, "token_id", "not a token such as hk1:<32 hex digits>");
        }
        isToken(token, members.text("token_id", 0, Members.UNLIMITED));
    }

    private static boolean isToken(CardToken token, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return token.read(bytes, 0, bytes.length);
    }

    private TransactionId transactionId() throws RejectedException {
        String id = members.text("transaction_id", 1, Members.ID);
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw members.reject(RejectionReason.BAD_FORMAT, "transaction_id", "holds a control character");
        }
        return TransactionId.of(id);
    }

    private FareAction fareAction() throws RejectedException {
        String text = members.text("fare_action", 0, Members.UNLIMITED);
        FareAction action = FARE_ACTIONS.get(text);
        if (action == null) {
            throw members.reject(
                    RejectionReason.UNKNOWN_VALUE, "fare_action", RejectedException.quote(text) + " is not in TIDES");
        }
        return action;
    }

    /** Whether it is one of the modes of GTFS. */
    static boolean isRouteType(int number) {
        return (number >= 0 && number <= 7) || number == 11 || number == 12;
    }

    private int routeType() throws RejectedException {
        BigDecimal value = members.require("route_type", members.optionalInteger("route_type"))
                .value();
        if (value == null || value.abs().compareTo(LARGEST_ROUTE_TYPE) > 0 || !isRouteType(value.intValue())) {
            throw members.reject(RejectionReason.UNKNOWN_VALUE, "route_type", "not a route_type of GTFS");
        }
        return value.intValue();
    }

    private @Nullable Long optionalFen(String name) throws RejectedException {
        BigDecimal amount = members.optionalDecimal(name, BigDecimal.ZERO, LARGEST_AMOUNT);
        if (amount == null) {
            return null;
        }
        if (amount.scale() > 2) {
            throw members.reject(RejectionReason.BAD_FORMAT, name, "more than two decimals");
        }
        return amount.movePointRight(2).longValueExact();
    }

    private void currency() throws RejectedException {
        String currency = members.text("currency_type", 0, Members.UNLIMITED);
        if (!currency.equals(CURRENCY)) {
            throw members.reject(
                    RejectionReason.UNKNOWN_VALUE, "currency_type", RejectedException.quote(currency) + " is not CNY");
        }
    }

    private void numberOfRiders() throws RejectedException {
        members.optionalInteger("num_riders");
        members.optionalDecimal("num_riders", BigDecimal.ONE, LARGEST_NUMBER_OF_RIDERS);
    }
}

package org.tongcheng.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;

/** Judges the members of a tap one by one: version, token, then the rest in the order of the contract. */
final class TapFields {

    static final String VERSION = "tap/1";
    static final String CURRENCY = "CNY";
    static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(1_000_000);

    /** In the order of the contract, in which a late tap is shown. */
    static final List<String> NAMES = List.of(
            "schema_version",
            "transaction_id",
            "service_date",
            "event_timestamp",
            "city_code",
            "agency_id",
            "fare_action",
            "route_type",
            "device_id",
            "amount",
            "currency_type",
            "fare_capped",
            "token_id",
            "source",
            "received_timestamp",
            "settlement_date",
            "issuer_city_code",
            "issuer_id",
            "route_id",
            "stop_id",
            "trip_id_performed",
            "vehicle_id",
            "amount_undiscounted",
            "fare_media_id",
            "rider_category",
            "fare_product",
            "transfer_flag",
            "num_riders",
            "qc");

    /** The modes of GTFS. */
    private static final Set<BigDecimal> ROUTE_TYPES = IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 11, 12)
            .mapToObj(BigDecimal::valueOf)
            .collect(Collectors.toUnmodifiableSet());

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

    private static final BigDecimal LARGEST_NUMBER_OF_RIDERS = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Members members;

    TapFields(Members members) {
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
        return draft.toTap(draft.stopId == null ? null : sites.cityOfStop(draft.stopId, draft.eventTime));
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
        draft.undiscountedFen = optionalFen("amount_undiscounted");
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

    private String transactionId() throws RejectedException {
        String id = members.text("transaction_id", 1, Members.ID);
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw members.reject(RejectionReason.BAD_FORMAT, "transaction_id", "holds a control character");
        }
        return id;
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

    private int routeType() throws RejectedException {
        BigDecimal value = members.require("route_type", members.optionalInteger("route_type"))
                .value();
        if (value == null || !ROUTE_TYPES.contains(value)) {
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

package org.tongcheng.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fields of a tap in the order of the contract. */
enum TapField {
    SCHEMA_VERSION(true),
    TRANSACTION_ID(true),
    SERVICE_DATE(true),
    EVENT_TIMESTAMP(true),
    CITY_CODE(true),
    AGENCY_ID(true),
    FARE_ACTION(true),
    ROUTE_TYPE(true),
    DEVICE_ID(true),
    AMOUNT(true),
    CURRENCY_TYPE(true),
    FARE_CAPPED(true),
    TOKEN_ID(true),
    SOURCE(true),
    RECEIVED_TIMESTAMP(false),
    SETTLEMENT_DATE(false),
    ISSUER_CITY_CODE(false),
    ISSUER_ID(false),
    ROUTE_ID(false),
    STOP_ID(false),
    TRIP_ID_PERFORMED(false),
    VEHICLE_ID(false),
    AMOUNT_UNDISCOUNTED(false),
    FARE_MEDIA_ID(false),
    RIDER_CATEGORY(false),
    FARE_PRODUCT(false),
    TRANSFER_FLAG(false),
    NUM_RIDERS(false),
    QC(false),
    /** Any field that the contract does not know. */
    OTHER(false);

    /** All but {@link #OTHER}. */
    static final List<TapField> CONTRACT =
            Arrays.stream(values()).filter(field -> field != OTHER).toList();

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final boolean required;

    TapField(boolean required) {
        this.required = required;
    }

    String wireName() {
        return wireName;
    }

    boolean required() {
        return required;
    }
}

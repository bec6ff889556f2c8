package org.tongcheng.domain.feed;

/** Why a record became a dead letter; the wire name is the constant in lower case. */
public enum RejectionReason implements WireNamed {
    MALFORMED_JSON,
    NOT_AN_OBJECT,
    MISSING_FIELD,
    WRONG_TYPE,
    BAD_FORMAT,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    UNSUPPORTED_SCHEMA_VERSION,
    UNKNOWN_SITE,
    RAW_CARD_NUMBER,
    FUTURE_TIMESTAMP,
    TOO_LARGE,
    STORE_REFUSED;
}

package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongcheng.domain.feed.Feed;

/** Breaks good records in the ways in which real ones come broken. */
final class Breakage {

    /** What every feed's records suffer. */
    static final List<FaultKind> ANY_FEED = List.of(
            FaultKind.TRUNCATED_JSON,
            FaultKind.ARRAY,
            FaultKind.WRONG_TYPE,
            FaultKind.UNKNOWN_VALUE,
            FaultKind.MISSING_FIELD,
            FaultKind.BAD_DATE,
            FaultKind.RANDOM_BYTES,
            FaultKind.NEGATIVE_VALUE,
            FaultKind.OLD_SCHEMA,
            FaultKind.OVERSIZED);

    /** Of no issuer, and too long for any: it must look like a card number and be none. */
    static final String MADE_UP_CARD_NUMBER = "00001111222233334444";

    private static final int RANDOM_LENGTH = 200;

    private Breakage() {}

    static byte[] of(FaultKind fault, Feed feed, String good, Dice dice) {
        return fault == FaultKind.RANDOM_BYTES
                ? randomBytes(dice)
                : text(fault, feed, good).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(FaultKind fault, Feed feed, String good) {
        return switch (fault) {
            case TRUNCATED_JSON -> good.substring(0, good.length() * 3 / 5);
            case ARRAY -> "[" + good + "]";
            case WRONG_TYPE -> wrongType(feed, good);
            case UNKNOWN_VALUE -> unknownValue(feed, good);
            case MISSING_FIELD -> good.replaceFirst(",\"source\":\"[^\"]*\"", "");
            case BAD_DATE ->
                good.replaceFirst("(\"(?:event_timestamp|observed_at)\":\")[0-9-]{10}T[0-9]{2}", "$12026-02-30T25");
            case NEGATIVE_VALUE -> good.replaceFirst("(\"(?:amount|so2|codmn)\":)", "$1-");
            case OLD_SCHEMA -> good.replaceFirst("/1\"", "/0\"");
            case OVERSIZED ->
                good.substring(0, good.length() - 1) + ",\"padding\":\"" + " ".repeat(Feed.MAX_PAYLOAD_BYTES) + "\"}";
            case RAW_CARD_NUMBER -> good.replaceFirst("(\"token_id\":\")[^\"]*", "$1" + MADE_UP_CARD_NUMBER);
            default -> throw new IllegalArgumentException(fault + " breaks no single record");
        };
    }

    private static String wrongType(Feed feed, String good) {
        return switch (feed) {
            case TRANSIT_TAPS -> good.replaceFirst("\"amount\":[0-9.]+", "\"amount\":\"free\"");
            case AIR_OBSERVATIONS, WATER_OBSERVATIONS -> good.replaceFirst("\"values\":\\{[^}]*}", "\"values\":[]");
        };
    }

    private static String unknownValue(Feed feed, String good) {
        return switch (feed) {
            case TRANSIT_TAPS -> good.replaceFirst("\"route_type\":[0-9]+", "\"route_type\":99");
            case AIR_OBSERVATIONS -> good.substring(0, good.length() - 1) + ",\"flags\":{\"so2\":\"X\"}}";
            case WATER_OBSERVATIONS ->
                good.replaceFirst("\"station_status\":\"[^\"]*\"", "\"station_status\":\"asleep\"");
        };
    }

    /** No line ends among them: in a file they would make two records of one. */
    private static byte[] randomBytes(Dice dice) {
        byte[] bytes = new byte[RANDOM_LENGTH];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) dice.between(0x80, 0xFF);
        }
        return bytes;
    }
}

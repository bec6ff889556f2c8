package org.tongcheng.local.feeds;

import static org.tongcheng.local.feeds.ByteText.ascii;

import org.tongcheng.domain.feed.Feed;

/** Writes taps as contract 1 wants them. Tokens are hashes of rider numbers; a real HMAC is the edge's business. */
final class TapJson {

    static final byte[] ENTER = ascii("\"fare_action\":\"Enter\",");
    static final byte[] EXIT = ascii("\"fare_action\":\"Exit\",");
    static final byte[] TRANSFER_ENTRANCE = ascii("\"fare_action\":\"Transfer entrance\",");

    /** Days before the first that a tap may be dated. */
    private static final int DAYS_BEFORE = 32;

    /** What is tapped before this hour belongs to the service of the day before. */
    private static final int SERVICE_BEGINS = 4 * Timeline.HOUR;

    private static final byte[] TRANSACTION = ascii("{\"schema_version\":\"tap/1\",\"transaction_id\":\"");
    private static final byte[] SERVICE_DATE = ascii("\",\"service_date\":\"");
    private static final byte[] EVENT = ascii("\",\"event_timestamp\":\"");
    private static final byte[] RECEIVED = ascii("\",\"received_timestamp\":\"");
    private static final byte[] HOURS_FOLLOW = ascii("T");
    private static final byte[] END_OF_TEXT = ascii("\",");
    private static final byte[] DEVICE = ascii("\"device_id\":\"");
    private static final byte[] GATE = ascii("-");
    private static final byte[] VEHICLE = ascii("\"vehicle_id\":\"");
    private static final byte[] BUS = ascii("-v");
    private static final byte[] VALIDATOR = ascii("-1");
    private static final byte[] AMOUNT = ascii("\"amount\":");
    private static final byte[] UNDISCOUNTED = ascii(",\"amount_undiscounted\":");
    private static final byte[] NO_TRANSFER =
            ascii(",\"currency_type\":\"CNY\",\"fare_capped\":false,\"transfer_flag\":false,\"num_riders\":1,");
    private static final byte[] TRANSFER =
            ascii(",\"currency_type\":\"CNY\",\"fare_capped\":false,\"transfer_flag\":true,\"num_riders\":1,");
    private static final byte[] TOKEN = ascii("\"token_id\":\"");
    private static final byte[] KEY_VERSION = ascii("hk1:");
    private static final byte[] SOURCE = ascii("\",\"source\":\"generated\"}");
    private static final int TOKEN_LENGTH = 36;

    private final long transactionSalt;
    private final long tokenSalt;
    private final Timeline timeline;
    private final byte[] offset;
    private final byte[][] dates;
    private final ByteText text = new ByteText();

    TapJson(long seed, Timeline timeline) {
        this.transactionSalt = Dice.hash(seed, "transaction");
        this.tokenSalt = Dice.hash(seed, "token");
        this.timeline = timeline;
        this.offset = ascii(timeline.offsetText());
        this.dates = new byte[timeline.last() / Timeline.DAY + DAYS_BEFORE + 3][];
        for (int index = 0; index < dates.length; index++) {
            dates[index] =
                    ascii(timeline.dateOf((index - DAYS_BEFORE) * Timeline.DAY).toString());
        }
    }

    /**
     * @param arrival second at which it arrives
     */
    GeneratedRecord write(PendingTap tap, int arrival) {
        text.clear();
        text.put(TRANSACTION)
                .hex(Dice.mix(tap.identity ^ transactionSalt))
                .hex(Dice.hash(transactionSalt, tap.identity));
        text.put(SERVICE_DATE);
        date(tap.event - SERVICE_BEGINS);
        text.put(EVENT);
        time(tap.event);
        text.put(RECEIVED);
        time(tap.received);
        text.put(END_OF_TEXT).put(tap.place.json(tap.namesStop)).put(tap.action);
        device(tap);
        text.put(AMOUNT).yuan(tap.amount);
        if (tap.undiscounted != PendingTap.NOT_TOLD) {
            text.put(UNDISCOUNTED).yuan(tap.undiscounted);
        }
        text.put(tap.transfer ? TRANSFER : NO_TRANSFER).put(tap.card.json());
        text.put(TOKEN).put(KEY_VERSION);
        text.hex(Dice.mix(tap.rider() ^ tokenSalt)).hex(Dice.hash(tokenSalt, tap.rider()));
        String token = text.tail(TOKEN_LENGTH);
        text.put(SOURCE);
        return new GeneratedRecord(
                Feed.TRANSIT_TAPS,
                token,
                text.copy(),
                timeline.epochMillis(tap.event),
                timeline.epochMillis(arrival),
                tap.fault);
    }

    private void device(PendingTap tap) {
        text.put(DEVICE);
        if (tap.place.gated()) {
            text.put(tap.place.stopText()).put(GATE).twoDigits(tap.unit);
        } else {
            vehicle(tap);
            text.put(VALIDATOR).put(END_OF_TEXT).put(VEHICLE);
            vehicle(tap);
        }
        text.put(END_OF_TEXT);
    }

    private void vehicle(PendingTap tap) {
        text.put(tap.place.routeText()).put(BUS).twoDigits(tap.unit);
    }

    private void date(int second) {
        text.put(dates[Math.floorDiv(second, Timeline.DAY) + DAYS_BEFORE]);
    }

    private void time(int second) {
        date(second);
        text.put(HOURS_FOLLOW).clock(Math.floorMod(second, Timeline.DAY)).put(offset);
    }
}

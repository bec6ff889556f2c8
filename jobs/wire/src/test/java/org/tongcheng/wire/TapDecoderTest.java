package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;

class TapDecoderTest {

    private static final long TWO_HOURS = 7_200_000;

    private final TapDecoder decoder = new TapDecoder(new KnownSites(Map.of("65100120", "512000"), Set.of()));

    @Test
    void readsAllThatATapKeeps() {
        Decoded<Tap> decoded = decode(FullTap.TEXT);

        assertThat(decoded)
                .isEqualTo(Decoded.of(
                        new Tap(
                                TransactionId.of("tx-000002"),
                                0x0011223344556677L ^ 0x9E3779B97F4A7C15L,
                                0x8899aabbccddeeffL,
                                FullTap.EVENT,
                                FullTap.RECEIVED,
                                20_517,
                                new TapPlace("512000", "65100120", "651001", 1),
                                "510600",
                                FareAction.TRANSFER_EXIT,
                                true,
                                270,
                                30,
                                false),
                        FullTap.RECEIVED));
        assertThat(decoder.feed()).isEqualTo(Feed.TRANSIT_TAPS);
    }

    @Test
    void takesTheCityFromTheRecordWhereTheStopIsNotRegisteredAndFlagsIt() {
        Tap tap = tap(FullTap.with("\"stop_id\":\"65100120\"", "\"stop_id\":\"999\""));

        assertThat(tap.cityCode()).isEqualTo("510100");
        assertThat(tap.stopId()).isEqualTo("999");
        assertThat(tap.flagged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"stop_id\":\"\",\"route_id\":\"\",", "\"stop_id\":null,\"route_id\":null,"})
    void aTapWithoutAStopIsNotFlagged(String places) {
        Tap tap = tap(FullTap.with("\"route_id\":\"651001\",\"stop_id\":\"65100120\",", places));

        assertThat(tap.stopId()).isNull();
        assertThat(tap.routeId()).isNull();
        assertThat(tap.cityCode()).isEqualTo("510100");
        assertThat(tap.flagged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Enter, ENTER",
        "Exit, EXIT",
        "Transfer entrance, TRANSFER_ENTRANCE",
        "Transfer exit, TRANSFER_EXIT",
        "Unknown action type, OTHER",
        "Purchase, OTHER",
        "Add, OTHER",
        "Activate, OTHER",
        "Adjust, OTHER",
        "Other, OTHER",
    })
    void reducesTheActionAndTakesTransfersFromIt(String spelled, FareAction action) {
        Tap tap = tap(FullTap.with("Transfer exit", spelled).replace("\"transfer_flag\":true,", ""));

        assertThat(tap.action()).isEqualTo(action);
        assertThat(tap.transfer()).isEqualTo(action.isTransfer());
    }

    @Test
    void takesTransfersFromTheFlagToo() {
        assertThat(tap(FullTap.with("Transfer exit", "Enter")).transfer()).isTrue();
        assertThat(tap(FullTap.with("Transfer exit", "Enter").replace("flag\":true", "flag\":false"))
                        .transfer())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2.7, 3.0, 270, 30",
        "2.70, 3, 270, 30",
        "27e-1, 0.3e1, 270, 30",
        "2.700, 3.000, 270, 30",
        "5, 3, 500, -200",
        "0, 0.01, 0, 1",
        "1000000, 1000000.00, 100000000, 0",
        "1e6, 1000000.0, 100000000, 0",
        "5, null, 500, 0",
    })
    void countsMoneyInFen(String amount, String undiscounted, long amountFen, long discountFen) {
        Tap tap = tap(FullTap.with("\"amount\":2.7", "\"amount\":" + amount)
                .replace("\"amount_undiscounted\":3.0", "\"amount_undiscounted\":" + undiscounted));

        assertThat(tap.amountFen()).isEqualTo(amountFen);
        assertThat(tap.discountFen()).isEqualTo(discountFen);
    }

    @Test
    void arrivalIsTheRecordsTimestampThenTheReceivedOneThenUnknown() {
        assertThat(tap(FullTap.TEXT).arrivedAt()).isEqualTo(FullTap.RECEIVED);

        Decoded<Tap> stamped = decoder.decode(bytes(FullTap.TEXT), FullTap.EVENT + 5);
        assertThat(Objects.requireNonNull(stamped.value()).arrivedAt()).isEqualTo(FullTap.EVENT + 5);
        assertThat(stamped.arrivedAt()).isEqualTo(FullTap.EVENT + 5);

        Decoded<Tap> unstamped = decode(FullTap.withoutReceived(FullTap.TEXT));
        assertThat(Objects.requireNonNull(unstamped.value()).arrivedAt()).isEqualTo(UNKNOWN_TIME);
        assertThat(unstamped.arrivedAt()).isEqualTo(FullTap.EVENT);
    }

    @Test
    void arrivalOfARejectedRecordIsWhatCanBeRead() {
        String broken = FullTap.with("\"510100\"", "\"5101\"");
        assertThat(decoder.decode(bytes(broken), 5).arrivedAt()).isEqualTo(5);
        assertThat(decode(broken).arrivedAt()).isEqualTo(FullTap.RECEIVED);
        assertThat(decode(FullTap.withoutReceived(broken)).arrivedAt()).isEqualTo(FullTap.EVENT);
        assertThat(decode(FullTap.withoutReceived(broken).replace("T08:15:30+", "T08:15:60+"))
                        .arrivedAt())
                .isEqualTo(UNKNOWN_TIME);
        assertThat(decode(broken.replace("2026-03-05T08:15:33.120+08:00", "2326-03-05T08:15:33.120+08:00"))
                        .arrivedAt())
                .isEqualTo(FullTap.EVENT);
        assertThat(decode("{").arrivedAt()).isEqualTo(UNKNOWN_TIME);
        assertThat(decoder.decode(bytes("{"), 7).arrivedAt()).isEqualTo(7);
    }

    @Test
    void theEventTimeOfARejectedRecordIsNoRecordedArrival() {
        String broken = FullTap.with("\"510100\"", "\"5101\"");
        assertThat(decoder.decode(bytes(broken), 5).recordedAt()).isEqualTo(5);
        assertThat(decode(broken).recordedAt()).isEqualTo(FullTap.RECEIVED);
        assertThat(decode(FullTap.withoutReceived(broken)).recordedAt()).isEqualTo(UNKNOWN_TIME);
        assertThat(decode("{").recordedAt()).isEqualTo(UNKNOWN_TIME);
        assertThat(decoder.decode(bytes("{"), 7).recordedAt()).isEqualTo(7);
    }

    @Test
    void rejectsWhatIsDatedMoreThanTwoHoursAfterItsArrival() {
        assertThat(decoder.decode(bytes(FullTap.TEXT), FullTap.EVENT - TWO_HOURS)
                        .rejection())
                .isNull();

        Decoded<Tap> late = decoder.decode(bytes(FullTap.TEXT), FullTap.EVENT - TWO_HOURS - 1);
        assertThat(late.rejection())
                .isEqualTo(
                        new Rejection(RejectionReason.FUTURE_TIMESTAMP, "event_timestamp", "7200 s after its arrival"));
        assertThat(late.arrivedAt()).isEqualTo(FullTap.EVENT - TWO_HOURS - 1);
    }

    @Test
    void judgesTheClockByTheReceivedTimestampInFilesAndNotAtAllWithoutOne() {
        String received = FullTap.with("2026-03-05T08:15:33.120+08:00", "2026-03-05T06:15:29.999+08:00");

        assertThat(rejection(received).reason()).isEqualTo(RejectionReason.FUTURE_TIMESTAMP);
        assertThat(decode(received).arrivedAt()).isEqualTo(FullTap.EVENT - TWO_HOURS - 1);
        assertThat(decode(FullTap.withoutReceived(FullTap.TEXT)).rejection()).isNull();
    }

    @Test
    void timesOutside1970To2199AreOutOfRange() {
        assertThat(rejection(FullTap.with("2026-03-05T08:15:30", "2200-03-05T08:15:30")))
                .isEqualTo(new Rejection(
                        RejectionReason.OUT_OF_RANGE,
                        "event_timestamp",
                        "'2200-03-05T08:15:30+08:00' is not in 1970 to 2199"));
        assertThat(rejection(FullTap.with("2026-03-05T08:15:33", "1969-03-05T08:15:33"))
                        .field())
                .isEqualTo("received_timestamp");
    }

    @Test
    void travelsWithTheJobEvenAfterUse() throws IOException, ClassNotFoundException {
        tap(FullTap.TEXT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(decoder);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TapDecoder copy = (TapDecoder) in.readObject();
            assertThat(copy.decode(bytes(FullTap.TEXT), UNKNOWN_TIME)).isEqualTo(decode(FullTap.TEXT));
        }
    }

    private Decoded<Tap> decode(String payload) {
        return decoder.decode(bytes(payload), UNKNOWN_TIME);
    }

    private Tap tap(String payload) {
        return Objects.requireNonNull(decode(payload).value());
    }

    private Rejection rejection(String payload) {
        return Objects.requireNonNull(decode(payload).rejection());
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}

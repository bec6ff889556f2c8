package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.HexDigits;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.wire.InternedTexts.Text;

/** Takes the values of one tap after the other from their bytes; false for a value that is at fault or rare. */
final class TapValues {

    private static final byte[] VERSION = TapJudge.VERSION.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CURRENCY = TapJudge.CURRENCY.getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST_FEN = TapJudge.LARGEST_AMOUNT.longValueExact() * 100;

    /** No zone begins its day but at a whole quarter of an hour, so within one a stop keeps its city. */
    private static final long CITY_SLOT = 15 * 60 * 1000L;

    private final PaddedBytes bytes;
    private final SiteDirectory sites;
    private final InternedTexts texts = new InternedTexts();
    private final KnownPlaces places = new KnownPlaces();
    private final DayCache days = new DayCache();
    private final TapDraft draft = new TapDraft();
    private final long[] halves = new long[2];
    private @Nullable Text stop;
    private long receivedAt;

    TapValues(PaddedBytes bytes, SiteDirectory sites) {
        this.bytes = bytes;
        this.sites = sites;
    }

    void clear() {
        draft.issuerCityCode = null;
        draft.routeId = null;
        draft.stopId = null;
        draft.undiscountedFen = TapDraft.NOT_GIVEN;
        draft.transferFlag = false;
        stop = null;
        receivedAt = FeedRecord.UNKNOWN_TIME;
    }

    /** The tap, once all required values are read; null when its clock must be wrong. */
    @Nullable
    Tap toTap(long recordTimestamp) {
        draft.arrivedAt = recordTimestamp == FeedRecord.UNKNOWN_TIME ? receivedAt : recordTimestamp;
        if (RecordDecoder.isFuture(draft.eventTime, draft.arrivedAt)) {
            return null;
        }
        String stopCity = cityOfStop();
        return draft.toTap(stopCity, place(draft.city(stopCity)));
    }

    boolean readText(TapField field, int from, int to) {
        return switch (field) {
            case SCHEMA_VERSION -> is(from, to, VERSION);
            case TRANSACTION_ID -> readTransactionId(from, to);
            case SERVICE_DATE -> (draft.serviceDay = day(from, to)) != Moments.NO_DAY;
            case SETTLEMENT_DATE -> day(from, to) != Moments.NO_DAY;
            case EVENT_TIMESTAMP -> (draft.eventTime = moment(from, to)) != Moments.NONE;
            case RECEIVED_TIMESTAMP -> (receivedAt = moment(from, to)) != Moments.NONE;
            case CITY_CODE, ISSUER_CITY_CODE -> readCity(field, from, to);
            case AGENCY_ID, DEVICE_ID -> to > from && isId(from, to);
            case SOURCE -> to > from;
            case FARE_ACTION -> readFareAction(from, to);
            case CURRENCY_TYPE -> is(from, to, CURRENCY);
            case TOKEN_ID -> draft.token.read(bytes.array(), from, to);
            case ROUTE_ID, STOP_ID -> readPlace(field, from, to);
            case ISSUER_ID, TRIP_ID_PERFORMED, VEHICLE_ID, FARE_MEDIA_ID -> isId(from, to);
            case RIDER_CATEGORY, FARE_PRODUCT, QC, OTHER -> true;
            case ROUTE_TYPE, AMOUNT, FARE_CAPPED, AMOUNT_UNDISCOUNTED, TRANSFER_FLAG, NUM_RIDERS -> false;
        };
    }

    boolean readFlag(TapField field, boolean value) {
        if (field == TapField.TRANSFER_FLAG) {
            draft.transferFlag = value;
            return true;
        }
        return field == TapField.FARE_CAPPED || field == TapField.OTHER;
    }

    /** Takes the number that was read last. */
    boolean readNumber(TapField field) {
        return switch (field) {
            case AMOUNT -> (draft.amountFen = fen()) != TapDraft.NOT_GIVEN;
            case AMOUNT_UNDISCOUNTED -> (draft.undiscountedFen = fen()) != TapDraft.NOT_GIVEN;
            case ROUTE_TYPE -> readRouteType();
            case NUM_RIDERS -> bytes.decimals() == 0 && bytes.number() >= 1 && bytes.number() <= Integer.MAX_VALUE;
            default -> field == TapField.OTHER;
        };
    }

    private boolean readTransactionId(int from, int to) {
        if (from == to || !isId(from, to) || !bytes.isAscii()) {
            return false;
        }
        boolean hex = to - from == HexDigits.DIGITS && HexDigits.read(bytes.array(), from, halves);
        draft.transactionId = hex
                ? new TransactionId(halves[0], halves[1], null)
                : TransactionId.of(new String(bytes.array(), from, to - from, StandardCharsets.ISO_8859_1));
        return true;
    }

    private boolean readCity(TapField field, int from, int to) {
        if (to - from != TapJudge.CITY_CODE_LENGTH) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes.at(i) < '0' || bytes.at(i) > '9') {
                return false;
            }
        }
        String code = texts.of(bytes, from, to).toString();
        if (field == TapField.CITY_CODE) {
            draft.cityCode = code;
        } else {
            draft.issuerCityCode = code;
        }
        return true;
    }

    /** An empty id is an absent one. */
    private boolean readPlace(TapField field, int from, int to) {
        if (!isId(from, to)) {
            return false;
        }
        Text place = from == to ? null : texts.of(bytes, from, to);
        if (place != null && place.mayBeCardNumber()) {
            return false;
        }
        if (field == TapField.STOP_ID) {
            stop = place;
            draft.stopId = place == null ? null : place.toString();
        } else {
            draft.routeId = place == null ? null : place.toString();
        }
        return true;
    }

    private boolean readFareAction(int from, int to) {
        FareAction action = TapJudge.FARE_ACTIONS.get(texts.of(bytes, from, to).toString());
        if (action == null) {
            return false;
        }
        draft.action = action;
        return true;
    }

    private boolean readRouteType() {
        draft.routeType = (int) bytes.number();
        return bytes.decimals() == 0 && bytes.number() < Integer.MAX_VALUE && TapJudge.isRouteType(draft.routeType);
    }

    /** The last number in fen; {@link TapDraft#NOT_GIVEN} when it is too large, or has more than two decimals. */
    private long fen() {
        long fen =
                switch (bytes.decimals()) {
                    case 0 -> bytes.number() * 100;
                    case 1 -> bytes.number() * 10;
                    case 2 -> bytes.number();
                    default -> TapDraft.NOT_GIVEN;
                };
        return fen > LARGEST_FEN ? TapDraft.NOT_GIVEN : fen;
    }

    private int day(int from, int to) {
        return to - from == Moments.DATE_LENGTH ? days.day(bytes, from) : Moments.NO_DAY;
    }

    private long moment(int from, int to) {
        int day = to - from < Moments.SHORTEST ? Moments.NO_DAY : days.day(bytes, from);
        if (day == Moments.NO_DAY) {
            return Moments.NONE;
        }
        long moment = Moments.moment(bytes.array(), from, to, day);
        return Moments.inRange(moment) ? moment : Moments.NONE;
    }

    private boolean is(int from, int to, byte[] expected) {
        return to - from == expected.length && bytes.holds(from, expected);
    }

    private boolean isId(int from, int to) {
        return bytes.characters(from, to) <= Members.ID;
    }

    /** Most taps of a stop name the route of the one before. */
    private TapPlace place(String city) {
        TapPlace last = stop == null ? null : stop.place;
        if (last != null && last.is(city, draft.stopId, draft.routeId, draft.routeType)) {
            return last;
        }
        TapPlace place = places.of(city, draft.stopId, draft.routeId, draft.routeType);
        if (stop != null) {
            stop.place = place;
        }
        return place;
    }

    private @Nullable String cityOfStop() {
        if (stop == null) {
            return null;
        }
        long slot = draft.eventTime / CITY_SLOT;
        if (stop.citySlot != slot) {
            stop.city = sites.cityOfStop(stop.toString(), draft.eventTime);
            stop.citySlot = slot;
        }
        return stop.city;
    }
}

package org.tongcheng.domain.result;

import static org.tongcheng.domain.result.FieldKind.BOOLEAN;
import static org.tongcheng.domain.result.FieldKind.DECIMAL;
import static org.tongcheng.domain.result.FieldKind.INTEGER;
import static org.tongcheng.domain.result.FieldKind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every measurement with its tags, sorted by name, and its fields, in the order in which they are written. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable copies
public enum Measurement {
    TRANSIT_STOP_1M("city_code stop_id", Shape.COUNTS),
    TRANSIT_ROUTE_15M("city_code route_id route_type", Shape.COUNTS),
    TRANSIT_CITY_1M("city_code", Shape.CITY_COUNTS),
    TRANSIT_CITY_1H("city_code", Shape.CITY_COUNTS + " unique_tokens:i"),
    TRANSIT_CITY_1D("city_code", Shape.CITY_COUNTS + " unique_tokens:i"),
    TRANSIT_ROAMING_1H(
            "city_code issuer_city_code", "number_of_transactions:i amount_fen:i discount_fen:i unique_tokens:i"),
    TRANSIT_OD_1H(
            "destination_city_code origin_city_code", "journeys:i duration_p50_s:d duration_p95_s:d amount_fen:i"),
    TRANSIT_UNMATCHED_1H("city_code", "entries_without_exit:i exits_without_entry:i"),
    AIR_STATION_1H("city_code station_id", Shape.AIR_HOUR),
    AIR_CITY_1H("city_code", Shape.AIR_HOUR + " stations_reporting:i stations_expected:i"),
    AIR_STATION_1D("city_code station_id", Shape.AIR_DAY),
    AIR_CITY_1D("city_code", Shape.AIR_DAY),
    AIR_CITY_INDEX_MTD(
            "city_code",
            "composite_index:d index_so2:d index_no2:d index_pm10:d index_co:d index_o3:d index_pm2_5:d"
                    + " rank:i days_valid:i"),
    WATER_SECTION(
            "city_code river section_id",
            "water_temperature:d ph:d dissolved_oxygen:d conductivity:d turbidity:d codmn:d nh3_n:d tp:d tn:d"
                    + " chlorophyll_a:d algal_density:d class:i class_name:t limiting_items:t target_class:i"
                    + " meets_target:b exceedance_item:t exceedance_multiple:d station_status:t"),
    WATER_CITY_4H("city_code", Shape.CLASS_COUNTS),
    WATER_RIVER_4H("river", Shape.CLASS_COUNTS + " quality:t"),
    REGION_1H(
            "region_id",
            "cities_reporting:i aqi_max:i aqi_max_city:t cities_polluted:i pm2_5_mean:d total_entries:i"
                    + " cross_city_journeys:i roaming_transactions:i sections_classified:i good_share:d"),
    /** A transition of an alert; only the alert and its sequence tell those apart that come about at once. */
    ALERT(
            "alert_id city_code domain entity_id entity_kind rule_id sequence severity state",
            "began_at:i end_reason:t value:d threshold:d title_zh:t title_en:t"),
    ALERT_ACTIVE_1M("city_code domain severity", "active:i"),
    ALERT_SUMMARY_1D(
            "city_code domain",
            "found:i resolved:i retracted:i time_to_resolve_p50_s:d open:i acknowledged:i rectified:i overdue:i"),
    FEED_LEDGER_1M("feed", "received:i accepted:i revised:i flagged:i duplicate:i late:i rejected:i");

    private final String wireName;
    private final List<String> tags;
    private final List<FieldSpec> fields;

    Measurement(String tags, String fields) {
        this.wireName = name().toLowerCase(Locale.ROOT);
        this.tags = List.of(tags.split(" ", -1));
        List<FieldSpec> specs = new ArrayList<>();
        for (String field : fields.split(" ", -1)) {
            int colon = field.indexOf(':');
            specs.add(new FieldSpec(field.substring(0, colon), kindOf(field.charAt(colon + 1))));
        }
        this.fields = List.copyOf(specs);
    }

    /** A field's name and kind. */
    public record FieldSpec(String name, FieldKind kind) {}

    public String wireName() {
        return wireName;
    }

    public List<String> tags() {
        return tags;
    }

    public List<FieldSpec> fields() {
        return fields;
    }

    /** Starts a point of this measurement. */
    public ResultBuilder at(long time) {
        return new ResultBuilder(this, time);
    }

    /**
     * @throws IllegalArgumentException when there is no measurement of that name
     */
    public static Measurement ofWireName(String wireName) {
        for (Measurement measurement : values()) {
            if (measurement.wireName().equals(wireName)) {
                return measurement;
            }
        }
        throw new IllegalArgumentException("no measurement is named '" + wireName + "'");
    }

    int tagIndex(String tag) {
        int index = tags.indexOf(tag);
        if (index < 0) {
            throw new IllegalArgumentException(wireName() + " has no tag '" + tag + "'");
        }
        return index;
    }

    int fieldIndex(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException(wireName() + " has no field '" + field + "'");
    }

    private static FieldKind kindOf(char letter) {
        return switch (letter) {
            case 'i' -> INTEGER;
            case 'd' -> DECIMAL;
            case 't' -> TEXT;
            case 'b' -> BOOLEAN;
            default -> throw new IllegalArgumentException("no kind is spelled " + letter);
        };
    }

    /** Field lists that several measurements share: {@code name:kind}, kinds integer, decimal, text, boolean. */
    private static final class Shape {
        static final String COUNTS = "total_entries:i total_exits:i number_of_transactions:i amount_fen:i";
        static final String CITY_COUNTS = COUNTS + " discount_fen:i transfers:i roaming_transactions:i";
        static final String IAQI = "iaqi_so2:i iaqi_no2:i iaqi_pm10:i iaqi_co:i iaqi_o3:i iaqi_pm2_5:i";
        static final String AQI = IAQI + " aqi:i aqi_level:i primary_pollutants:t standard:t missing:t";
        static final String AIR_HOUR = "so2:d no2:d pm10:d co:d o3:d pm2_5:d " + AQI + " qc:t";
        static final String AIR_DAY =
                "so2:d no2:d pm10:d co:d pm2_5:d o3_8h_max:d o3_1h_max:d " + AQI + " hours_valid:i valid:b";
        static final String CLASS_COUNTS =
                "sections_expected:i sections_classified:i class_1:i class_2:i class_3:i class_4:i class_5:i"
                        + " class_6:i good_share:d";
    }
}

package org.tongcheng.local.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.WaterItem;

/**
 * An archived feed: the archive's columns, then the fields of the record. What a payload does not say, or cannot
 * because it is no JSON or no UTF-8, is null.
 */
final class FeedView {

    /** The payload, read. */
    private static final String RECORD = "record_json";

    private static final String VALUES = "values_json";
    private static final String MONEY = "DECIMAL(18,2)";
    private static final String DAY = "DATE";

    private final Feed feed;

    FeedView(Feed feed) {
        this.feed = feed;
    }

    String name() {
        return ViewColumn.viewOf(feed.topic());
    }

    /** @param files a pattern of Parquet files */
    String over(String files) {
        String json = "TRY_CAST(TRY(decode(\"value\")) AS JSON)";
        String source = "(SELECT *, " + RECORD + " -> '$.values' AS " + VALUES + " FROM (SELECT *, " + json + " AS "
                + RECORD + " FROM read_parquet(" + ViewColumn.literal(files)
                + ", hive_partitioning = true, hive_types_autocast = false, union_by_name = true)))";
        return ViewColumn.view(name(), columns(), source);
    }

    String empty() {
        return ViewColumn.emptyView(name(), columns());
    }

    /**
     * The records that count: of taps those accepted, of observations the last of each site and time. One site's records
     * share a partition, so offsets tell the last.
     */
    String valid() {
        String accepted = "CREATE VIEW " + name() + "_valid AS SELECT * FROM " + name()
                + " WHERE verdict IN ('accepted', 'revised')";
        return switch (feed) {
            case TRANSIT_TAPS -> accepted;
            case AIR_OBSERVATIONS -> accepted + last("station_id");
            case WATER_OBSERVATIONS -> accepted + last("section_id");
        };
    }

    List<ViewColumn> columns() {
        List<ViewColumn> columns = new ArrayList<>(List.of(
                ViewColumn.plain("topic", ViewColumn.TEXT),
                ViewColumn.plain("partition", "INTEGER"),
                ViewColumn.plain("offset", ViewColumn.WHOLE),
                ViewColumn.utc("kafka_timestamp"),
                new ViewColumn("key", ViewColumn.TEXT, "TRY(decode(\"key\"))"),
                ViewColumn.plain("value", "BLOB"),
                ViewColumn.utc("event_time"),
                new ViewColumn("event_date", DAY, "TRY_CAST(\"event_date\" AS DATE)"),
                ViewColumn.plain("verdict", ViewColumn.TEXT),
                ViewColumn.plain("reason", ViewColumn.TEXT)));
        switch (feed) {
            case TRANSIT_TAPS -> addTap(columns);
            case AIR_OBSERVATIONS ->
                addObservation(
                        columns, "station_id", Arrays.stream(AirItem.values()).map(AirItem::wireName));
            case WATER_OBSERVATIONS -> {
                addObservation(
                        columns, "section_id", Arrays.stream(WaterItem.values()).map(WaterItem::wireName));
                add(columns, ViewColumn.TEXT, "station_status");
            }
        }
        return columns;
    }

    private static void addTap(List<ViewColumn> columns) {
        add(columns, ViewColumn.TEXT, "schema_version", "transaction_id");
        add(columns, DAY, "service_date", "settlement_date");
        add(columns, ViewColumn.MOMENT, "event_timestamp", "received_timestamp");
        add(columns, ViewColumn.TEXT, "city_code", "agency_id", "fare_action");
        add(columns, "INTEGER", "route_type");
        add(columns, ViewColumn.TEXT, "route_id", "stop_id", "trip_id_performed", "vehicle_id", "device_id");
        add(columns, MONEY, "amount", "amount_undiscounted");
        add(columns, ViewColumn.TEXT, "currency_type");
        add(columns, ViewColumn.FLAG, "fare_capped", "transfer_flag");
        add(columns, ViewColumn.TEXT, "token_id", "issuer_city_code", "issuer_id", "fare_media_id", "rider_category");
        add(columns, ViewColumn.TEXT, "fare_product");
        add(columns, "INTEGER", "num_riders");
        add(columns, ViewColumn.TEXT, "qc", "source");
    }

    private static void addObservation(List<ViewColumn> columns, String site, Stream<String> items) {
        add(columns, ViewColumn.TEXT, "schema_version", site);
        add(columns, ViewColumn.MOMENT, "observed_at", "received_timestamp");
        items.forEach(item -> columns.add(ViewColumn.member(VALUES, item, ViewColumn.DECIMAL)));
        columns.add(new ViewColumn("flags", "JSON", RECORD + " -> '$.flags'"));
        add(columns, ViewColumn.TEXT, "source");
    }

    private static void add(List<ViewColumn> columns, String type, String... names) {
        for (String name : names) {
            columns.add(ViewColumn.member(RECORD, name, type));
        }
    }

    private static String last(String site) {
        return " QUALIFY row_number() OVER (PARTITION BY " + site + ", observed_at ORDER BY \"offset\" DESC) = 1";
    }
}

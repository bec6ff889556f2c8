package org.tongcheng.local.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/** Makes a small archive, laid out as the archive job lays it out. */
final class ArchiveFiles {

    private final List<Row> rows = new ArrayList<>();

    /** One archived record; the event time is its Kafka timestamp. */
    record Row(
            Feed feed,
            int offset,
            String time,
            byte @Nullable [] value,
            String verdict,
            @Nullable String reason) {}

    ArchiveFiles add(Row row) {
        rows.add(row);
        return this;
    }

    void write(Path archive) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TABLE records (topic VARCHAR, \"partition\" INTEGER, \"offset\" BIGINT,"
                    + " kafka_timestamp TIMESTAMPTZ, \"key\" BLOB, \"value\" BLOB, event_time TIMESTAMPTZ,"
                    + " verdict VARCHAR, reason VARCHAR, feed VARCHAR, event_date DATE, kafka_partition INTEGER)");
            for (Row row : rows) {
                insert(connection, row);
            }
            statement.execute("COPY records TO '" + archive + "' (FORMAT parquet, COMPRESSION zstd,"
                    + " PARTITION_BY (feed, event_date, kafka_partition))");
        }
    }

    private static void insert(Connection connection, Row row) throws SQLException {
        Instant time = Instant.parse(row.time());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO records VALUES (?, 0, ?, ?, encode('k'), ?, ?, ?, ?, ?, ?, 0)")) {
            insert.setString(1, row.feed().topic());
            insert.setInt(2, row.offset());
            insert.setObject(3, time.atOffset(ZoneOffset.UTC));
            insert.setBytes(4, row.value());
            insert.setObject(5, time.atOffset(ZoneOffset.UTC));
            insert.setString(6, row.verdict());
            insert.setString(7, row.reason());
            insert.setString(8, row.feed().topic());
            insert.setObject(9, time.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate());
            insert.executeUpdate();
        }
    }
}

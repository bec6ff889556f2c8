package org.tongcheng.local.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.TempFolders;

/**
 * A database in memory with a view for each feed and each measurement. It reads the folders that it was given and no
 * other file, fetches nothing from anywhere, and writes nothing but what does not fit into memory, to a folder for
 * temporary files.
 */
public final class SqlSession implements AutoCloseable {

    /** With these a statement could write into the folders that it may read. */
    private static final Set<String> WRITING = Set.of("COPY", "EXPORT", "ATTACH");

    private static final String LOGGING = "ENABLE_LOGGING";

    private final TempFolders temporary;
    private final Connection connection;

    private SqlSession(TempFolders temporary, Connection connection) {
        this.temporary = temporary;
        this.connection = connection;
    }

    /**
     * How much of this machine the database may use, and how it shows times.
     *
     * @param memory such as {@code 2GB}
     * @param zone in which days begin and times are shown
     */
    public record Limits(int threads, String memory, ZoneId zone) {

        private static final Pattern MEMORY = Pattern.compile("[0-9]{1,9}(MB|GB|TB)");

        public Limits {
            if (threads < 1) {
                throw new IllegalArgumentException("--threads must be at least 1, not " + threads);
            }
            if (!MEMORY.matcher(memory).matches()) {
                throw new IllegalArgumentException(
                        "--memory must be a whole number and MB, GB or TB, such as 2GB, not " + memory);
            }
        }
    }

    /**
     * @throws LocalFailure when the database does not start or cannot read a file
     */
    public static SqlSession open(SqlSources sources, Limits limits) {
        TempFolders temporary = TempFolders.inSystemFolder();
        try {
            SqlSession session = new SqlSession(temporary, DriverManager.getConnection("jdbc:duckdb:"));
            try {
                for (String statement : preparation(sources, limits, temporary.root())) {
                    session.execute(statement);
                }
                return session;
            } catch (SQLException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs one statement and hands on its rows, if it has any.
     *
     * @throws LocalFailure with the database's own message
     */
    public void run(String sql, RowPrinter printer) {
        refuseWriting(sql);
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    printer.print(rows);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try (temporary) {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + temporary.root() + ": " + e, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> preparation(SqlSources sources, Limits limits, Path temporary) {
        List<String> statements = new ArrayList<>();
        statements.add("SET TimeZone = " + ViewColumn.literal(limits.zone().getId()));
        statements.add("SET threads = " + limits.threads());
        statements.add("SET memory_limit = " + ViewColumn.literal(limits.memory()));
        statements.add("SET temp_directory = " + ViewColumn.literal(temporary.toString()));
        statements.add("SET autoinstall_known_extensions = false");
        statements.add("SET autoload_known_extensions = false");
        for (Feed feed : Feed.values()) {
            FeedView view = new FeedView(feed);
            String files = sources.files(feed);
            statements.add(files == null ? view.empty() : view.over(files));
            statements.add(view.valid());
        }
        statements.addAll(ResultViews.of(sources.runs()));
        statements.addAll(RecordViews.of(sources.runs()));
        String readable = sources.folders().stream()
                .map(folder -> ViewColumn.literal(folder.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        statements.add("SET allowed_directories = " + readable);
        statements.add("SET enable_external_access = false");
        statements.add("SET lock_configuration = true");
        return statements;
    }

    private static void refuseWriting(String sql) {
        Set<String> words = new SqlText(sql).words();
        for (String word : WRITING) {
            if (words.contains(word)) {
                throw new LocalFailure(
                        word + " is not possible here, where nothing may be written to an archive: to keep a"
                                + " result, send the output of --format csv or json to a file");
            }
        }
        // A function of that name would write a log to any folder, and its name may be quoted.
        if (sql.toUpperCase(Locale.ROOT).contains(LOGGING)) {
            throw new LocalFailure(LOGGING.toLowerCase(Locale.ROOT) + " is not possible here");
        }
    }

    /** The database's message, without what its driver puts before it. */
    private static LocalFailure failure(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        String marker = "\nError: ";
        int at = message.lastIndexOf(marker);
        return new LocalFailure((at < 0 ? message : message.substring(at + marker.length())).strip(), cause);
    }
}

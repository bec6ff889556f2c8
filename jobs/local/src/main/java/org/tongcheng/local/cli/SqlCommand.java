package org.tongcheng.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.sql.RowPrinter;
import org.tongcheng.local.sql.SqlFormat;
import org.tongcheng.local.sql.SqlSession;
import org.tongcheng.local.sql.SqlShell;
import org.tongcheng.local.sql.SqlSources;
import org.tongcheng.local.sql.SqlText;
import org.tongcheng.reference.RegistryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Questions to archives and results. */
@Command(
        name = "sql",
        description = {
            "Asks archived feeds and the results of runs, in the SQL of DuckDB; nothing is changed.",
            "Views: transit_taps, air_observations, water_observations, and each with _valid for the records that"
                    + " count; one for each measurement, such as air_city_1h. 'SHOW TABLES' names them all.",
            "Without a query statements are read from standard input, each up to its semicolon."
        })
final class SqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    RegionOption region = new RegionOption();

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Statements, with semicolons between them.")
    private @Nullable String query;

    @Option(names = "--archive", paramLabel = "DIR", description = "Root folder of an archive.")
    private @Nullable Path archive;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Folder of a run's or replay's results; several may be given.")
    private List<Path> runs = new ArrayList<>();

    @Option(names = "--file", paramLabel = "FILE", description = "Statements from a file.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
    private SqlFormat format = SqlFormat.TABLE;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many work side by side. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "2GB",
            description = "What the database may use before it writes to TMPDIR. Default: ${DEFAULT-VALUE}.")
    private String memory = "2GB";

    @Override
    public Integer call() throws Exception {
        List<String> statements = statements();
        SqlSession.Limits limits = limits();
        ZoneId zone = limits.zone();
        PrintWriter out = spec.commandLine().getOut();
        RowPrinter printer = format.printer(out, zone);
        try (SqlSession session = SqlSession.open(sources(), limits)) {
            if (statements.isEmpty()) {
                return interact(
                        new SqlShell(session, printer, out, spec.commandLine().getErr()));
            }
            for (String statement : statements) {
                session.run(statement, printer);
            }
        }
        return ExitCode.OK;
    }

    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on a prompt is seen in pipes too, and nothing worse
    private static int interact(SqlShell shell) throws IOException {
        boolean somebody = System.console() != null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int failures = shell.run(in, somebody);
        return somebody || failures == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<String> statements() {
        if (query != null && file != null) {
            throw wrong("give a query or --file, not both");
        }
        if (query == null && file == null) {
            return List.of();
        }
        List<String> statements = SqlText.split(file == null ? String.valueOf(query) : text(file));
        if (statements.isEmpty()) {
            throw wrong(file == null ? "the query is empty" : "--file " + file + " holds no statement");
        }
        return statements;
    }

    private String text(Path path) {
        if (!Files.isRegularFile(path)) {
            throw wrong("--file " + path + " is no file");
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read --file " + path + ": " + e, e);
        }
    }

    private SqlSources sources() {
        if (archive == null && runs.isEmpty()) {
            throw wrong("say what to ask: --archive, --run or both");
        }
        try {
            return SqlSources.of(archive, runs);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private SqlSession.Limits limits() {
        try {
            return new SqlSession.Limits(threads, memory, region.region().zone());
        } catch (IllegalArgumentException | RegistryException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

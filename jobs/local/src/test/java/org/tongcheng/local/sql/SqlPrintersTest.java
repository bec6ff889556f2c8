package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPrintersTest {

    private static final String ROW =
            "SELECT 'a,\"b\"' AS text, NULL AS nothing, 1.50::DECIMAL(9,2) AS price, sum(2) AS n,"
                    + " true AS flag, '双江桥' AS name, TIMESTAMPTZ '2026-03-05 02:00:00+00' AS at";

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private SqlSession session;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("air.results.jsonl"));
        session = SqlSessionTest.open(null, folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void writesCsvThatOthersCanRead() {
        assertThat(SqlSessionTest.ask(session, ROW, SqlFormat.CSV))
                .isEqualTo(SqlSessionTest.lines(
                        "text,nothing,price,n,flag,name,at",
                        "\"a,\"\"b\"\"\",,1.50,2,true,双江桥,2026-03-05T10:00:00+08:00"));
    }

    @Test
    void writesNumbersOfJsonWithAllTheirDecimals() {
        assertThat(SqlSessionTest.ask(session, ROW + " UNION ALL " + ROW, SqlFormat.JSON))
                .startsWith("[\n{\"text\":\"a,\\\"b\\\"\",\"nothing\":null,\"price\":1.50,\"n\":2,\"flag\":true,"
                        + "\"name\":\"双江桥\",\"at\":\"2026-03-05T10:00:00+08:00\"},\n{")
                .endsWith("}\n]\n");
        assertThat(SqlSessionTest.ask(session, "SELECT 'nan'::DOUBLE AS x", SqlFormat.JSON))
                .isEqualTo(SqlSessionTest.lines("[", "{\"x\":\"NaN\"}", "]"));
    }

    @Test
    void alignsTablesAlsoBehindChineseNames() {
        assertThat(SqlSessionTest.ask(
                        session,
                        "SELECT * FROM (VALUES ('双江桥', 5, 'x'), ('a', 1200, 'y')) t(name, n, z)",
                        SqlFormat.TABLE))
                .isEqualToNormalizingNewlines("name       n  z\n双江桥     5  x\na       1200  y\n(2 rows)\n");
    }

    @Test
    void showsOnlyTheFirstRowsOfLongTables() {
        assertThat(SqlSessionTest.ask(session, "SELECT * FROM range(1001)", SqlFormat.TABLE))
                .contains("\n  999\n")
                .doesNotContain("\n 1000\n")
                .contains("(1,001 rows) of which the first 1000 are shown; --format csv gives all");
    }

    private int type(String text) throws Exception {
        SqlShell shell = new SqlShell(
                session,
                SqlFormat.CSV.printer(new PrintWriter(said), ZoneId.of("Asia/Shanghai")),
                new PrintWriter(said),
                new PrintWriter(complained));
        return shell.run(new BufferedReader(new StringReader(text)), true);
    }

    @Test
    void goesOnBehindAnError() throws Exception {
        assertThat(type("SELECT 1\n AS one;\nSELECT nonsense;\nSELECT ';' AS two; SELECT 3 AS three;"))
                .isEqualTo(1);

        assertThat(said.toString()).isEqualTo("sql> ...> one\n1\nsql> sql> two\n;\nthree\n3\nsql> ");
        assertThat(complained.toString()).contains("\"nonsense\" was not found");
    }

    @Test
    void runsWhatLacksItsSemicolonAtTheEndAndStopsWhenTold() throws Exception {
        assertThat(type("SELECT 1 AS one -- ; no end\n")).isZero();
        assertThat(said.toString()).endsWith("one\n1\n");
        assertThat(type("quit\nSELECT nonsense;")).isZero();
        assertThat(type("exit;\nSELECT nonsense;")).isZero();
    }
}

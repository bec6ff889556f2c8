package org.tongcheng.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.wire.WaterObservationDecoder;

class WaterTablesTest {

    private static final String ITEMS = "水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),"
            + "总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L)";
    private static final String HEADER = "省份,流域,断面名称,监测时间,水质类别," + ITEMS + ",站点情况";
    private static final String VALUES = "13.78,8.19,10.1,241.6,2.1,0.84,0.025,0.0105,0.534,*,1.2E5";
    private static final String ROW = "四川省,长江流域,双江桥,2026-03-05 08:00,Ⅱ," + VALUES + ",正常";

    private static WaterObservation decoded(ImportRecord record) {
        WaterObservation value = new WaterObservationDecoder(ImportedFiles.CHENGDU.sites())
                .decode(record.payload(), FeedRecord.UNKNOWN_TIME)
                .value();
        assertThat(value).isNotNull();
        return value;
    }

    @Test
    void makesAnObservationOfTheRegisteredSection(@TempDir Path folder) {
        Collected sent = ImportedFiles.send(ImportedFiles.write(folder, "a.csv", "\uFEFF" + HEADER, ROW));

        WaterObservation observation = decoded(sent.records.get(0));
        assertThat(observation.sectionId()).isEqualTo("dy-shuangjiangqiao");
        assertThat(observation.status()).isEqualTo(StationStatus.NORMAL);
        assertThat(observation.values())
                .hasSize(10)
                .containsEntry(WaterItem.TP, new BigDecimal("0.0105"))
                .containsEntry(WaterItem.ALGAL_DENSITY, new BigDecimal("120000"));
        assertThat(sent.payloads().get(0)).contains("\"observed_at\":\"2026-03-05T08:00:00+08:00\"");
        assertThat(sent.keys()).containsExactly("dy-shuangjiangqiao");
    }

    @Test
    void findsColumnsInAnyOrderWithOrWithoutUnits(@TempDir Path folder) {
        Collected sent = ImportedFiles.send(ImportedFiles.write(
                folder,
                "a.csv",
                "站点情况,藻密度,叶绿素α,总氮,总磷,氨氮,高锰酸盐指数,浊度,电导率（µS/cm）,溶解氧,pH,水温,监测时间,断面名称,省份",
                "维护,,,0.5,0.01,0.02,0.8,2,240,10,8,13,2026/3/5 8:00,双江桥,四川"));

        WaterObservation observation = decoded(sent.records.get(0));
        assertThat(observation.status()).isEqualTo(StationStatus.MAINTENANCE);
        assertThat(observation.values())
                .containsEntry(WaterItem.CONDUCTIVITY, new BigDecimal("240"))
                .containsEntry(WaterItem.WATER_TEMPERATURE, new BigDecimal("13"));
    }

    @Test
    void neverTakesTheSectionOfAnotherProvinceForOneOfTheSameName(@TempDir Path folder) {
        FileAccount account = ImportedFiles.account(
                ImportedFiles.write(
                        folder, "a.csv", HEADER, ROW.replace("四川省", "湖南省"), ROW.replace("双江桥", "无此断面"), ROW),
                null,
                null);

        assertThat(account.sent()).isEqualTo(1);
        assertThat(account.toString()).contains("left out: 2 of sites that are not in the region (双江桥, 无此断面)");
    }

    @Test
    void needsTheYearOfTimesWithoutOne(@TempDir Path folder) {
        Path file = ImportedFiles.write(folder, "a.csv", HEADER, ROW.replace("2026-03-05", "03-05"));
        assertThat(ImportedFiles.account(file, null, null).faults())
                .singleElement()
                .asString()
                .endsWith("column 监测时间: '03-05 08:00' has no year: add a column 年份, or tell it with --year");
        assertThat(ImportedFiles.account(file, 2025, null).sent()).isEqualTo(1);

        Collected sent = ImportedFiles.send(
                ImportedFiles.write(folder, "b.csv", HEADER + ",年份", ROW.replace("2026-03-05", "03-05") + ",2024"));
        assertThat(sent.payloads().get(0)).contains("\"observed_at\":\"2024-03-05T08:00:00+08:00\"");
    }

    @Test
    void needsTheStateOfStationsInTablesWithoutIt(@TempDir Path folder) {
        Path file = ImportedFiles.write(
                folder, "a.csv", HEADER.replace(",站点情况", ""), ROW.substring(0, ROW.lastIndexOf(',')));
        assertThat(ImportedFiles.account(file, null, null).faults())
                .singleElement()
                .asString()
                .contains("--station-status");
        assertThat(ImportedFiles.account(file, null, StationStatus.NORMAL).sent())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "正常,调试,'column 站点情况: ''调试'' is none of 正常, 维护, 停运'",
        "正常,,column 站点情况: is missing",
        "0.84,<0.5,'column 高锰酸盐指数: ''<0.5'' is no number'"
    })
    void namesTheFaultyCell(String sound, @Nullable String faulty, String problem, @TempDir Path folder) {
        Path file = ImportedFiles.write(folder, "a.csv", HEADER, ROW.replace(sound, faulty == null ? "" : faulty));

        assertThat(ImportedFiles.account(file, null, null).faults())
                .singleElement()
                .asString()
                .isEqualTo(file + ": line 2, " + problem);
    }

    @Test
    void refusesAColumnInAnotherUnit(@TempDir Path folder) {
        Path file = ImportedFiles.write(folder, "a.csv", HEADER.replace("cells/L", "万个/L"), ROW);

        assertThatThrownBy(() -> ImportedFiles.send(file))
                .hasMessage(
                        file + ": line 1: column 藻密度(万个/L) is in another unit than cells/L, in which 藻密度 is imported");
    }
}

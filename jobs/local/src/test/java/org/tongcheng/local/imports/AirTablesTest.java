package org.tongcheng.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.Decoded;

class AirTablesTest {

    /** As archives of the platform order what they keep. */
    private static final String ARCHIVE =
            "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,"
                    + "pm10,pm10_24h,pm2_5,pm2_5_24h,o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h";

    private static final String ARCHIVED =
            "2024-01-01T0000,1431A,103.9727,30.7242,成都市,金泉两河,\"颗粒物(PM10),细颗粒物(PM2.5)\",114,104,82,86,57,5,90,40,15,40,44,3,4,0.9,0.8";

    /** By name, as the platform itself delivers its fields. */
    private static final String PLATFORM =
            "AQI,Area,CO,CO_24h,CityCode,IsPublish,Latitude,Longitude,Measure,NO2,NO2_24h,"
                    + "O3,O3_24h,O3_8h,O3_8h_24h,OrderId,PM10,PM10_24h,PM2_5,PM2_5_24h,PositionName,PrimaryPollutant,ProvinceId,"
                    + "Quality,SO2,SO2_24h,StationCode,TimePoint,Unheathful";

    private static final String PLATFORMED = "114,成都市,0.9,0.8,510100,true,30.7242,103.9727,外出戴口罩,40,44,5,90,40,15,6,"
            + "104,82,86,57,金泉两河,颗粒物(PM10),51,轻度污染,3,4,1431A,2024-01-01T00:00:00,易感人群";

    private static final String SHORT = "TimePoint,StationCode,SO2,NO2,PM10,CO,O3,PM2_5";

    private static Decoded<AirObservation> decoded(ImportRecord record) {
        return new AirObservationDecoder(ImportedFiles.CHENGDU.sites())
                .decode(record.payload(), FeedRecord.UNKNOWN_TIME);
    }

    @Test
    void readsBothOrdersOfColumnsAlike(@TempDir Path folder) {
        Collected archive = ImportedFiles.send(ImportedFiles.write(folder, "a.csv", ARCHIVE, ARCHIVED));
        Collected platform =
                ImportedFiles.send(ImportedFiles.write(folder, "b.csv.gz", "\uFEFF" + PLATFORM, PLATFORMED));

        AirObservation expected = new AirObservation(
                "1431A",
                Instant.parse("2023-12-31T16:00:00Z").toEpochMilli(),
                FeedRecord.UNKNOWN_TIME,
                Map.of(
                        AirItem.SO2, new BigDecimal("3"),
                        AirItem.NO2, new BigDecimal("40"),
                        AirItem.PM10, new BigDecimal("104"),
                        AirItem.CO, new BigDecimal("0.9"),
                        AirItem.O3, new BigDecimal("5"),
                        AirItem.PM2_5, new BigDecimal("86")),
                Map.of());
        assertThat(decoded(archive.records.get(0)).value()).isEqualTo(expected);
        assertThat(decoded(platform.records.get(0)).value()).isEqualTo(expected);
        assertThat(archive.records.get(0).key()).isEqualTo("1431A");
        assertThat(archive.records.get(0).timestamp()).isEqualTo(expected.observedAt());
        assertThat(archive.payloads().get(0)).contains("\"source\":\"cnemc:a.csv\"");
    }

    @Test
    void goesOnWithTheOrderOfAHeaderInTheMiddle(@TempDir Path folder) {
        Collected sent = ImportedFiles.send(
                ImportedFiles.write(folder, "a.csv", ARCHIVE, ARCHIVED, PLATFORM, PLATFORMED, ARCHIVE, ARCHIVED));

        assertThat(sent.records).hasSize(3).allSatisfy(record -> assertThat(
                        decoded(record).value())
                .isEqualTo(decoded(sent.records.get(0)).value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-05T10:00:00",
                "2026-03-05 10:00",
                "2026-03-05T1000",
                "2026/3/5 10:00",
                "2026年03月05日 10时",
                "/Date(1772676000000)/"
            })
    void readsTimesInEverySpellingOfThePlatform(String time, @TempDir Path folder) {
        Collected sent = ImportedFiles.send(ImportedFiles.write(folder, "a.csv", SHORT, time + ",1431A,1,2,3,0.4,5,6"));

        assertThat(sent.payloads().get(0)).contains("\"observed_at\":\"2026-03-05T10:00:00+08:00\"");
    }

    @Test
    void takesWhatIsMissingAsNull(@TempDir Path folder) {
        Collected sent = ImportedFiles.send(
                ImportedFiles.write(folder, "a.csv", SHORT, "2026-03-05T10:00:00,1431A,—,-,NA,,*,6"));

        assertThat(sent.payloads().get(0))
                .endsWith("\"values\":{\"so2\":null,\"no2\":null,\"pm10\":null,\"co\":null,\"o3\":null,\"pm2_5\":6}}");
        assertThat(decoded(sent.records.get(0)).value()).isNotNull();
    }

    @Test
    void leavesOtherCitiesOutAndCountsThem(@TempDir Path folder) {
        FileAccount account = ImportedFiles.account(
                ImportedFiles.write(
                        folder,
                        "a.csv",
                        SHORT,
                        "2026-03-05T10:00:00,1001A,1,2,3,0.4,5,6",
                        "2026-03-05T10:00:00,1431A,1,2,3,0.4,5,6",
                        ",1431A,1,2,3,0.4,5,6"),
                null,
                null);

        assertThat(account)
                .hasToString(folder.resolve("a.csv")
                        + " (cnemc-air, to air.observations): 3 rows, 1 sent; left out: 1 of sites that are not in the"
                        + " region (1001A); left out: 1 without a time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-05T10:00:00,1431A,x1,2,3,0.4,5,6|line 2, column so2: 'x1' is no number",
                "2026-03-05T10:30:00,1431A,1,2,3,0.4,5,6|column timepoint: '2026-03-05T10:30:00' is not on a full hour",
                "2026-02-30T10:00:00,1431A,1,2,3,0.4,5,6|column timepoint: '2026-02-30T10:00:00' is no time of the calendar",
                "yesterday,1431A,1,2,3,0.4,5,6|'yesterday' is no time such as",
                "2026-03-05T10:00:00,,1,2,3,0.4,5,6|column stationcode: is missing",
                "2026-03-05T10:00:00,1431A,1,2|line 2: has 4 cells, its header 8",
            })
    void namesTheFaultyCell(String row, String problem, @TempDir Path folder) {
        FileAccount account = ImportedFiles.account(ImportedFiles.write(folder, "a.csv", SHORT, row), null, null);

        assertThat(account.leftOut(LeftOut.FAULTY)).isEqualTo(1);
        assertThat(account.faults())
                .singleElement()
                .asString()
                .contains(folder + "/a.csv: line 2")
                .contains(problem);
    }

    @Test
    void tellsOfUnknownColumnsAndOfMissingOnes(@TempDir Path folder) {
        Path more = ImportedFiles.write(folder, "a.csv", SHORT + ",NOx", "2026-03-05T10:00:00,1431A,1,2,3,0.4,5,6,7");
        assertThat(ImportedFiles.account(more, null, null).unknownColumns()).containsExactly("NOx");

        Path less = ImportedFiles.write(folder, "b.csv", "TimePoint,StationCode,SO2,NO2,PM10,CO,O3_8h", "x");
        assertThatThrownBy(() -> ImportedFiles.send(less))
                .hasMessage(less + ": line 1: the header has no column o3, pm2_5; there are"
                        + " TimePoint,StationCode,SO2,NO2,PM10,CO,O3_8h");

        Path twice = ImportedFiles.write(folder, "c.csv", SHORT + ",so2", "x");
        assertThatThrownBy(() -> ImportedFiles.send(twice)).hasMessage(twice + ": line 1: column so2 comes twice");
    }

    @Test
    void saysWhatIsWrongWithTheFileItself(@TempDir Path folder) {
        Path gbk = ImportedFiles.write(
                folder, "a.csv", (SHORT + "\n\u00b3\u00c9,1").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ImportedFiles.send(gbk)).hasMessageContaining("is not UTF-8");

        Path other = ImportedFiles.write(folder, "b.csv", "a,b", "1,2");
        assertThatThrownBy(() -> ImportedFiles.send(other)).hasMessageContaining("its header has neither StationCode");

        Path open = ImportedFiles.write(folder, "c.csv", SHORT, "2026-03-05T10:00:00,\"1431A");
        assertThatThrownBy(() -> ImportedFiles.send(open)).hasMessageContaining(open + ": line ");
    }
}

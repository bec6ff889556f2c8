package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.AirItem.PM2_5;
import static org.tongcheng.domain.feed.AirItem.SO2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.water.SectionKind;

class RegionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final LocalDate LAST_OLD_DAY = LocalDate.of(2020, 12, 31);
    private static final LocalDate FIRST_NEW_DAY = LocalDate.of(2021, 1, 1);

    private final Region region = new SmallRegion().read();

    @Test
    void holdsWhatTheFilesSayInTheirOrder() {
        assertThat(region.id()).isEqualTo("small-1");
        assertThat(region.nameZh()).isEqualTo("小区域");
        assertThat(region.nameEn()).isEqualTo("Small region");
        assertThat(region.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(region.cities())
                .containsExactly(
                        new City("510100", "成都市", "Chengdu", 20_937_757L, 104.0633, 30.6598),
                        new City("512000", "资阳市", "Ziyang", null, null, null));
        assertThat(region.routes())
                .containsExactly(
                        new Route("S3", "S3线", 1, "metro", "510100"), new Route("K9", "K9", 3, "bus", "512000"));
        assertThat(region.stops()).hasSize(3);
        assertThat(region.airStations()).hasSize(4);
        assertThat(region.waterSections())
                .startsWith(new WaterSection(
                        "upper",
                        "宏缘",
                        "沱江",
                        "510100",
                        SectionKind.RIVER,
                        3,
                        "lower",
                        new BigDecimal("10.5"),
                        104.592,
                        30.308,
                        null,
                        null));
    }

    @Test
    void takesEmptyCellsAsNotKnownAndAnEmptyKindAsRiver() {
        WaterSection lower = region.waterSection("lower", TODAY);
        assertThat(lower)
                .isEqualTo(new WaterSection(
                        "lower", "幸福村", "沱江", "512000", SectionKind.RIVER, null, null, null, null, null, null, null));
        assertThat(region.waterSections().get(2).kind()).isEqualTo(SectionKind.LAKE);
    }

    @Test
    void monitorsAllSixUnlessTheRegistrySaysOtherwise() {
        assertThat(region.airStations().get(0).pollutants()).containsExactly(AirItem.values());
        assertThat(region.airStations().get(1).pollutants()).containsExactly(SO2, PM2_5);
    }

    @Test
    void countsTheFirstAndTheLastValidDayIn() {
        assertThat(region.airStation("1437A", LAST_OLD_DAY)).isNotNull();
        assertThat(region.airStation("1437A", FIRST_NEW_DAY)).isNull();
        assertThat(region.airStation("3357A", LAST_OLD_DAY)).isNull();
        assertThat(region.airStation("3357A", FIRST_NEW_DAY)).isNotNull();
    }

    @Test
    void findsTheRowOfAMovedStopByDay() {
        assertThat(region.stop("moved", LocalDate.of(2026, 2, 28)))
                .extracting(Stop::stopName)
                .isEqualTo("老站");
        assertThat(region.stop("moved", LocalDate.of(2026, 3, 1)))
                .extracting(Stop::stopName)
                .isEqualTo("新站");
        assertThat(region.stop("never", TODAY)).isNull();
    }

    @Test
    void findsCitiesAndRoutesById() {
        assertThat(region.city("512000")).isEqualTo(region.cities().get(1));
        assertThat(region.city("999999")).isNull();
        assertThat(region.route("K9")).isEqualTo(region.routes().get(1));
        assertThat(region.route("K8")).isNull();
    }

    @Test
    void expectsWhatIsRegisteredAndValidOnTheDay() {
        assertThat(region.airStationsExpected("510100", TODAY)).isEqualTo(2);
        assertThat(region.airStationsExpected("512000", TODAY)).isEqualTo(1);
        assertThat(region.airStationsExpected("999999", TODAY)).isZero();
        assertThat(region.waterSectionsExpected("512000", TODAY)).isEqualTo(1);
        assertThat(region.waterSectionsExpected("512000", LocalDate.of(2025, 12, 31)))
                .isEqualTo(2);
        assertThat(region.waterSectionsExpectedOnRiver("沱江", TODAY)).isEqualTo(2);
        assertThat(region.waterSectionsExpectedOnRiver("长江", TODAY)).isZero();
    }

    @Test
    void listsWhatIsValidOnTheDay() {
        assertThat(region.airStations(LAST_OLD_DAY))
                .extracting(AirStation::stationId)
                .containsExactly("1431A", "1437A", "2562A");
        assertThat(region.waterSections(TODAY))
                .extracting(WaterSection::sectionId)
                .containsExactly("upper", "lower");
        assertThat(region.waterSectionsOnRiver("沱江", TODAY))
                .extracting(WaterSection::sectionId)
                .containsExactly("upper", "lower");
    }

    @Test
    void tellsTheCityOfAStopByTheBusinessDay() {
        SiteDirectory sites = region.sites();
        assertThat(sites.cityOfStop("always", at("1970-01-01T00:00:00Z"))).isEqualTo("510100");
        assertThat(sites.cityOfStop("moved", at("2026-02-28T23:59:59.999+08:00")))
                .isEqualTo("510100");
        assertThat(sites.cityOfStop("moved", at("2026-03-01T00:00:00+08:00"))).isEqualTo("512000");
        assertThat(sites.cityOfStop("never", at("2026-03-01T00:00:00+08:00"))).isNull();
    }

    @Test
    void countsTheAirHourThatEndsAtMidnightToTheDayBefore() {
        SiteDirectory sites = region.sites();
        assertThat(sites.knowsAirStation("1437A", at("2021-01-01T00:00:00+08:00")))
                .isTrue();
        assertThat(sites.knowsAirStation("1437A", at("2021-01-01T01:00:00+08:00")))
                .isFalse();
        assertThat(sites.knowsAirStation("3357A", at("2021-01-01T00:00:00+08:00")))
                .isFalse();
        assertThat(sites.knowsAirStation("3357A", at("2021-01-01T01:00:00+08:00")))
                .isTrue();
    }

    @Test
    void knowsAWaterSectionFromTheMidnightItIsValidFrom() {
        SiteDirectory sites = region.sites();
        assertThat(sites.knowsWaterSection("pond", at("2024-12-31T20:00:00+08:00")))
                .isFalse();
        assertThat(sites.knowsWaterSection("pond", at("2025-01-01T00:00:00+08:00")))
                .isTrue();
        assertThat(sites.knowsWaterSection("pond", at("2025-12-31T20:00:00+08:00")))
                .isTrue();
        assertThat(sites.knowsWaterSection("pond", at("2026-01-01T00:00:00+08:00")))
                .isFalse();
    }

    @Test
    void travelsInSerializedForm() throws Exception {
        Region copy = travelled(region);
        assertThat(copy.stops()).isEqualTo(region.stops());
        assertThat(copy.airStation("1431A", TODAY)).isEqualTo(region.airStation("1431A", TODAY));
        assertThat(copy.waterSections()).isEqualTo(region.waterSections());
        assertThat(copy.city("510100")).isEqualTo(region.city("510100"));
        assertThat(travelled(region.sites()).cityOfStop("moved", at("2026-03-01T00:00:00+08:00")))
                .isEqualTo("512000");
    }

    @Test
    void canBeBuiltWithoutFiles() {
        City city = new City("510100", "成都市", "Chengdu", null, null, null);
        Region built = new Region(
                "built", "造", "Built", ZoneId.of("UTC"), List.of(city), List.of(), List.of(), List.of(), List.of());
        assertThat(built.city("510100")).isEqualTo(city);
        assertThat(built.airStationsExpected("510100", TODAY)).isZero();
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T travelled(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.station;
import static org.tongcheng.alerts.SmallCity.stationRule;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.reference.RegionBundle;

final class WatchSeriesTest {

    private static final String STATION = "1431A";

    private Watching watching;

    WatchSeriesTest() throws Exception {
        watching = Watching.series(SmallCity.with(stationRule(1)), null);
    }

    @AfterEach
    void close() throws Exception {
        watching.close();
    }

    private void start(String rules) throws Exception {
        watching.close();
        watching = Watching.series(SmallCity.with(rules), null);
    }

    @Test
    void raisesEscalatesAndClearsTheMomentAPointComes() throws Exception {
        assertThat(watching.feed(station(STATION, "2026-03-05T08:00", 90, 0))).isEmpty();
        assertThat(watching.feed(station(STATION, "2026-03-05T09:00", 120, 0)))
                .containsExactly("station-aqi@1 1431A #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
        assertThat(watching.feed(station(STATION, "2026-03-05T10:00", 130, 0))).isEmpty();
        assertThat(watching.feed(station(STATION, "2026-03-05T11:00", 230, 0)))
                .containsExactly("station-aqi@1 1431A #1 firing yellow 2026-03-05T11:00 since 2026-03-05T09:00");
        assertThat(watching.feed(station(STATION, "2026-03-05T12:00", 80, 0)))
                .containsExactly(
                        "station-aqi@1 1431A #2 resolved yellow 2026-03-05T12:00 since 2026-03-05T09:00 cleared");
    }

    @Test
    void namesTheEntityAsTheRegistryDoes() throws Exception {
        watching.feed();
        watching.close();
        watching = Watching.series(SmallCity.with(stationRule(1)), null);
        watching.publish(SmallCity.with(stationRule(1)));
        List<AlertTransition> alerts = feedRaw(120);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).entity().nameZh()).isEqualTo("金泉两河");
        assertThat(alerts.get(0).entity().cityCode()).isEqualTo(SmallCity.CITY);
        assertThat(alerts.get(0).texts().textEn()).isEqualTo("120 100");
    }

    private List<AlertTransition> feedRaw(int aqi) throws Exception {
        return watching.raw(station(STATION, "2026-03-05T09:00", aqi, 0));
    }

    @Test
    void retractsWhatACorrectionTakesTheGroundFrom() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0), station(STATION, "2026-03-05T10:00", 130, 0));
        assertThat(watching.feed(station(STATION, "2026-03-05T09:00", 50, 1)))
                .containsExactly("station-aqi@1 1431A #1 firing blue 2026-03-05T10:00 since 2026-03-05T09:00"
                        + " corrected to 2026-03-05T10:00");
        assertThat(watching.feed(station(STATION, "2026-03-05T10:00", 60, 1)))
                .containsExactly("station-aqi@1 1431A #2 retracted blue 2026-03-05T10:00 since 2026-03-05T09:00"
                        + " corrected to 2026-03-05T10:00 data_corrected");
    }

    @Test
    void takesALatePointAsACorrection() throws Exception {
        watching.feed(station(STATION, "2026-03-05T08:00", 50, 0), station(STATION, "2026-03-05T10:00", 60, 0));
        assertThat(watching.feed(station(STATION, "2026-03-05T09:00", 250, 0)))
                .containsExactly(
                        "station-aqi@1 1431A #0 resolved yellow 2026-03-05T10:00 since 2026-03-05T09:00 cleared");
        assertThat(watching.feed(station(STATION, "2026-03-05T09:00", 250, 1))).isEmpty();
    }

    @Test
    void endsTheAlertsOfARuleThatChangesAtOnce() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0), station("2562A", "2026-03-05T09:00", 50, 0));
        assertThat(watching.publish(SmallCity.with(stationRule(2))))
                .containsExactly(
                        "station-aqi@1 1431A #1 resolved blue 2026-03-05T09:00 since 2026-03-05T09:00 rule_changed");
        assertThat(watching.feed(station(STATION, "2026-03-05T09:00", 130, 1)))
                .as("what is older than the new rule does not concern it")
                .isEmpty();
        assertThat(watching.feed(station(STATION, "2026-03-05T10:00", 130, 0)))
                .containsExactly("station-aqi@2 1431A #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00");
    }

    @Test
    void endsTheAlertsOfARuleThatIsDisabledOrChangedWithoutANewVersion() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0));
        assertThat(watching.publish(SmallCity.with(stationRule(1, "for: 1h")))).hasSize(1);
        watching.feed(station(STATION, "2026-03-05T10:00", 120, 0), station(STATION, "2026-03-05T11:00", 120, 0));
        assertThat(watching.publish(SmallCity.with(stationRule(1, "for: 1h", "enabled: false"))))
                .hasSize(1);
        assertThat(watching.feed(station(STATION, "2026-03-05T12:00", 120, 0))).isEmpty();
    }

    @Test
    void keepsTheRegionWhenThePublishedOneIsWrong() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0));
        assertThat(watching.publish(new RegionBundle(Map.of()))).isEmpty();
        assertThat(watching.feed(station(STATION, "2026-03-05T10:00", 50, 0))).hasSize(1);
    }

    @Test
    void tellsOneSeverityHigherWhenItFiresAgainAfterItWasRectified() throws Exception {
        String id = watching.raw(station(STATION, "2026-03-05T09:00", 120, 0))
                .get(0)
                .alertId();
        watching.rectify(id, "2026-03-05T09:30");
        watching.feed(station(STATION, "2026-03-05T10:00", 50, 0));
        List<AlertTransition> again = watching.raw(station(STATION, "2026-03-05T11:00", 120, 0));
        assertThat(again).extracting(AlertTransition::severity).containsExactly(Severity.YELLOW);
    }

    @Test
    void forgetsAllWhenNothingCanBeCorrectedAnyMore() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0), station(STATION, "2026-03-05T10:00", 60, 0));
        watching.watermark("2026-04-09T10:00");
        assertThat(watching.remembered()).isPositive();
        watching.watermark("2026-04-12T10:00");
        assertThat(watching.remembered()).isZero();
    }

    @Test
    void keepsAnOpenAlertHoweverOldItIs() throws Exception {
        watching.feed(station(STATION, "2026-03-05T09:00", 120, 0));
        watching.watermark("2026-06-12T10:00");
        assertThat(watching.feed(station(STATION, "2026-06-12T11:00", 50, 0)))
                .containsExactly(
                        "station-aqi@1 1431A #1 resolved blue 2026-06-12T11:00 since 2026-03-05T09:00 cleared");
    }

    @Test
    void doesNotLookAtWhatIsSettled() throws Exception {
        start(stationRule(1));
        watching.feed(station(STATION, "2026-03-05T09:00", 50, 0), station(STATION, "2026-05-05T09:00", 50, 0));
        watching.watermark("2026-05-05T09:00");
        assertThat(watching.feed(station(STATION, "2026-03-05T10:00", 500, 0))).isEmpty();
    }
}

package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.local.day.LiveDemoDay;
import org.tongcheng.local.day.SharedDay;
import org.tongcheng.local.server.Delivery;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.local.server.LocalInflux;
import org.tongcheng.local.server.ShippedAlertmanager;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.wire.ResultCodec;

/** The generated day's incidents become alerts: over files, and through the real parts up to the desks' mailboxes. */
@ExtendWith(SharedDay.class)
class IncidentsIT {

    @TempDir
    private static Path folder;

    private static List<AlertTransition> recorded;

    @BeforeAll
    static void run() throws Exception {
        recorded = GoldenAlerts.ofRun(folder);
    }

    @Test
    void aRunTellsOfTheDayAsItDidBefore() throws Exception {
        assertThat(AlertLines.of(recorded).told()).containsExactlyElementsOf(GoldenAlerts.committed());
    }

    @Test
    void everyIncidentIsTold() {
        AlertLines alerts = AlertLines.of(recorded);
        LiveDemoDay.generator().incidents().forEach(incident -> {
            String rule =
                    switch (incident.kind()) {
                        case HEAVY_POLLUTION -> "air-city-aqi";
                        case PHOSPHORUS_WAVE -> "water-tp";
                        case STOP_SURGE -> "transit-stop-rise";
                    };
            List<String> places = incident.sites().isEmpty() ? incident.cityCodes() : incident.sites();
            assertThat(places).isNotEmpty().allSatisfy(place -> assertThat(alerts.rulesAt(place))
                    .contains(rule));
        });
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theSameDayThroughKafkaEndsWithTheSameAlerts(LiveDemoDay day) throws Exception {
        List<AlertTransition> told = day.alerts();
        Set<String> stops = corrected(day, "transit.results");
        assertThat(AlertLines.of(told).standing(stops))
                .containsExactlyElementsOf(AlertLines.of(recorded).standing(stops));
        Set<String> corrected = corrected(day, "transit.results", "air.results", "water.results");
        assertThat(AlertLines.of(told).standingSince(corrected))
                .isNotEmpty()
                .containsExactlyElementsOf(AlertLines.of(recorded).standingSince(corrected));
        influxHas(told, day.influx());
        alertmanagerTookEachOnce(told, day.receipts());
        desksHeard(told, day.alertmanager());
    }

    @Test
    void theDaysAlertsAreMailedAndSoAreTheirEnds() throws Exception {
        try (ShippedAlertmanager alertmanager =
                        new ShippedAlertmanager(Files.createDirectories(folder.resolve("mailing")));
                Delivery delivery = Delivery.ofOldAlerts(alertmanager.url())) {
            MailedDay day = new MailedDay(recorded, delivery, alertmanager);
            Set<String> raised = day.raise();
            assertThat(day.rules(raised))
                    .contains(
                            "air-regional-linkage",
                            "water-tp",
                            "water-river-system-joint",
                            "transit-stop-rise",
                            "air-station-silent",
                            "feed-taps-rejected");
            day.mails(raised);
            day.goOn();
            day.mails(day.end());
            assertThat(alertmanager.mailsTo("")).doesNotHaveDuplicates();
        }
    }

    /** Of what points were told again, corrected, or told after later ones: stops, stations and sections, cities, rivers. */
    private static Set<String> corrected(LiveDemoDay day, String... topics) {
        Map<String, Long> newest = new HashMap<>();
        return Stream.of(topics)
                .flatMap(topic -> day.records(topic).stream())
                .map(record -> Objects.requireNonNull(ResultCodec.decode(record).value(), "a result that is none"))
                .filter(result -> newest.merge(result.series(), result.time(), Math::max) > result.time()
                        || result.revision() > 0)
                // A city's own points have no other tag.
                .flatMap(result -> result.tags().stream()
                        .filter(tag -> result.tags().size() == 1 || !tag.name().equals("city_code")))
                .map(Tag::value)
                .collect(Collectors.toSet());
    }

    private static void influxHas(List<AlertTransition> told, URI influx) throws InterruptedException {
        InfluxQuery query = new InfluxQuery(influx, Map.of());
        List<Map<String, String>> points =
                query.rows(LocalInflux.DATABASE, "SELECT title_en, alert_id, \"sequence\" FROM alert");
        assertThat(points.stream()
                        .map(point -> point.get("alert_id") + " " + point.get("sequence"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .map(alert -> alert.alertId() + " " + alert.sequence())
                        .toList());
        List<Map<String, String>> active =
                query.rows(LocalInflux.DATABASE, "SELECT max(active) FROM alert_active_1m GROUP BY city_code");
        assertThat(active).extracting(row -> row.get("city_code")).contains("510100", "510600", "511400", "512000");
    }

    private static void alertmanagerTookEachOnce(List<AlertTransition> told, List<DeliveryReceipt> receipts) {
        assertThat(receipts.stream()
                        .map(receipt -> receipt.alertId() + " " + receipt.sequence())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(receipts.stream().map(DeliveryReceipt::alertId).collect(Collectors.toSet()))
                .isEqualTo(ids(told));
        Map<String, AlertTransition> last = new HashMap<>();
        told.forEach(alert ->
                last.merge(alert.alertId(), alert, (one, other) -> one.sequence() > other.sequence() ? one : other));
        assertThat(receipts.stream()
                        .filter(DeliveryReceipt::ended)
                        .map(DeliveryReceipt::alertId)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(last.values().stream()
                        .filter(alert -> !alert.state().open())
                        .map(AlertTransition::alertId)
                        .toList());
    }

    /** Of the wave in Deyang, its desk for water hears when it comes and when it has gone, and hears nothing twice. */
    private static void desksHeard(List<AlertTransition> told, ShippedAlertmanager alertmanager) throws Exception {
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> alertmanager.mailsTo("deyang-water@").stream()
                        .anyMatch(mail -> mail.contains("解除 Ended"))))
                .isTrue();
        List<String> mails = alertmanager.mailsTo("deyang-water@");
        assertThat(mails).doesNotHaveDuplicates();
        assertThat(mails).anyMatch(mail -> mail.contains("报警 Alert"));
        Set<String> places = told.stream()
                .filter(alert -> alert.ruleId().equals("water-tp")
                        && alert.entity().cityCode().equals("510600"))
                .map(alert -> alert.entity().nameZh())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(places).isNotEmpty().allSatisfy(place -> assertThat(mails).anyMatch(mail -> mail.contains(place)));
    }

    private static Set<String> ids(List<AlertTransition> alerts) {
        return alerts.stream().map(AlertTransition::alertId).collect(Collectors.toSet());
    }
}

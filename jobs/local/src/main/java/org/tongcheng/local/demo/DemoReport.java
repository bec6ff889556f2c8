package org.tongcheng.local.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.transit.TransitConfig;

/** What a demo ends with: the cities as InfluxDB has them, what happened, and what became of every record. */
record DemoReport(Region region, FeedsGenerator generator, LiveDay day, JobArguments arguments) {

    /** Points of the day before are written too: corrections, and taps that were uploaded late. */
    private static final Duration BEFORE = Duration.ofDays(1);

    String text() throws Exception {
        InfluxSettings influx =
                Objects.requireNonNull(arguments.read(TransitConfig::from).job().influx(), "no InfluxDB");
        String database = influx.bucket().split("/", 2)[0];
        InfluxQuery query = new InfluxQuery(URI.create(influx.url()), credentials(influx));
        return String.join("\n", cities(query, database), incidents(), alerts(query, database), ledger());
    }

    private String cities(InfluxQuery query, String database) throws InterruptedException {
        return "\nThe cities, from InfluxDB\n"
                + new CityTable(query, database, generator.begin() - BEFORE.toMillis(), generator.end())
                        .of(region.cities());
    }

    private String alerts(InfluxQuery query, String database) throws Exception {
        return "The alerts, from InfluxDB\n" + new AlertTable(query, database, region.zone()).text() + delivered();
    }

    private String delivered() throws Exception {
        List<DeliveryReceipt> receipts = day.receipts();
        if (receipts == null) {
            return "No Alertmanager was there to take them.\n";
        }
        return String.format(
                Locale.ROOT,
                "Alertmanager took %,d alerts and the ends of %,d of them.%n",
                receipts.stream().map(DeliveryReceipt::alertId).distinct().count(),
                receipts.stream()
                        .filter(DeliveryReceipt::ended)
                        .map(DeliveryReceipt::alertId)
                        .distinct()
                        .count());
    }

    private String incidents() {
        String text = generator.incidents().stream()
                .map(incident -> incident.description() + "\n")
                .collect(Collectors.joining());
        for (City city : region.cities()) {
            text = text.replace(city.cityCode(), city.nameEn());
        }
        return "What happened\n" + text;
    }

    private String ledger() {
        TextTable table = TextTable.ofNumbers(
                "Feed", "received", "accepted", "(revised)", "(flagged)", "duplicate", "late", "rejected", "balance");
        for (Feed feed : Feed.values()) {
            LedgerCount count = day.account(feed);
            table.row(Stream.concat(
                            Stream.of(feed.topic()),
                            LongStream.of(
                                            count.received(),
                                            count.accepted(),
                                            count.revised(),
                                            count.flagged(),
                                            count.duplicate(),
                                            count.late(),
                                            count.rejected(),
                                            count.balance())
                                    .mapToObj(number -> String.format(Locale.ROOT, "%,d", number)))
                    .toList());
        }
        return "What became of every record\n" + table;
    }

    private static Map<String, String> credentials(InfluxSettings influx) {
        String token = influx.token();
        String user = influx.username();
        if (token != null) {
            return Map.of("Authorization", "Token " + token);
        }
        if (user == null) {
            return Map.of();
        }
        String pair = user + ":" + Objects.requireNonNullElse(influx.password(), "");
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}

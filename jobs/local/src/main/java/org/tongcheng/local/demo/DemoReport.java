package org.tongcheng.local.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

    String text() throws InterruptedException {
        return String.join("\n", cities(), incidents(), ledger());
    }

    private String cities() throws InterruptedException {
        InfluxSettings influx =
                Objects.requireNonNull(arguments.read(TransitConfig::from).job().influx(), "no InfluxDB");
        String database = influx.bucket().split("/", 2)[0];
        InfluxQuery query = new InfluxQuery(URI.create(influx.url()), credentials(influx));
        return "\nThe cities, from InfluxDB\n"
                + new CityTable(query, database, generator.begin() - BEFORE.toMillis(), generator.end())
                        .of(region.cities());
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
        TextTable table = new TextTable(
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

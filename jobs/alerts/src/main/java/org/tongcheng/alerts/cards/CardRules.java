package org.tongcheng.alerts.cards;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.domain.alert.CardSpeed;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.TextRendering;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.Stop;

/** What a bundle says about cards: where its stops are, and the rules. */
final class CardRules {

    private final Region region;
    private final BusinessTime time;
    private final List<AlertRule> rules;
    private final long reachMillis;

    /** @throws org.tongcheng.reference.RegistryException when the region cannot be read */
    CardRules(RegionBundle bundle) {
        region = bundle.region();
        time = new BusinessTime(region.zone());
        rules = bundle.rules(region).valid().stream()
                .filter(rule -> rule.enabled() && rule.kind() == RuleKind.CARD_IN_TWO_PLACES)
                .toList();
        double slowest = rules.stream()
                .flatMap(rule -> rule.ladder().stream())
                .mapToDouble(rung -> rung.raise().doubleValue())
                .min()
                .orElse(Double.MAX_VALUE);
        double reach = Math.ceil(extentKm(region.stops()) / slowest * BusinessTime.HOUR);
        reachMillis = (long) Math.min(WatchCards.KEPT_MILLIS, reach);
    }

    /** Diagonal of the box around all stops, so that no two are farther from each other; the earth is flat enough there. */
    private static double extentKm(Collection<Stop> stops) {
        DoubleSummaryStatistics longitudes = of(stops, Stop::longitude);
        DoubleSummaryStatistics latitudes = of(stops, Stop::latitude);
        if (longitudes.getCount() == 0 || latitudes.getCount() == 0) {
            return 0;
        }
        CardPlace corner = new CardPlace("", 0, longitudes.getMin(), latitudes.getMin());
        CardPlace east = new CardPlace("", 0, longitudes.getMax(), latitudes.getMin());
        CardPlace west = new CardPlace("", 0, longitudes.getMin(), latitudes.getMax());
        CardPlace north = new CardPlace("", 0, longitudes.getMax(), latitudes.getMax());
        double widest = Math.max(CardSpeed.kilometres(corner, east), CardSpeed.kilometres(west, north));
        return 1.01 * Math.hypot(widest, CardSpeed.kilometres(corner, west));
    }

    private static DoubleSummaryStatistics of(Collection<Stop> stops, Function<Stop, @Nullable Double> coordinate) {
        return stops.stream().map(coordinate).filter(Objects::nonNull).collect(Collectors.summarizingDouble(d -> d));
    }

    /** How long after one place another one can be too far: to the region's other end at the slowest speed that raises. */
    long reachMillis() {
        return reachMillis;
    }

    /** Those that are enabled. */
    List<AlertRule> rules() {
        return rules;
    }

    boolean has(AlertRule rule) {
        return rules.contains(rule);
    }

    BusinessTime time() {
        return time;
    }

    TextRendering rendering() {
        return new TextRendering(time);
    }

    /** Null for stops that are not registered, or of which nobody says where they are. */
    @Nullable
    CardPlace place(String stopId, long seen) {
        Stop stop = region.stop(stopId, time.dayOf(seen));
        Double longitude = stop == null ? null : stop.longitude();
        Double latitude = stop == null ? null : stop.latitude();
        return longitude == null || latitude == null ? null : new CardPlace(stopId, seen, longitude, latitude);
    }
}

package org.tongcheng.local.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;

/**
 * The gated lines of a region: the stops of the city that has most of them, and the outer stops, which a line reaches in
 * another city. Busy stops are busy whatever the seed.
 */
final class MetroNetwork {

    /** Makes the busiest tenth of the stops carry a quarter of the riders: 0.1 ^ (1 - 0.398) = 0.25. */
    private static final double STEEPNESS = 0.398;

    private static final double DETOUR = 1.25;
    private static final int LEAST_TRAVEL = 5 * Timeline.MINUTE;
    private static final int MOST_TRAVEL = 75 * Timeline.MINUTE;

    private final List<Place> inner = new ArrayList<>();
    private final List<Place> outer = new ArrayList<>();
    private final WeightedChoice homes;
    private final WeightedChoice works;

    MetroNetwork(Region region, LocalDate day) {
        List<Place> places = places(region, day);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("region " + region.id() + " has no stop of a gated line on " + day);
        }
        String main = mainCity(places);
        for (Place place : places) {
            (place.cityCode().equals(main) ? inner : outer).add(place);
        }
        Place centre = centre(inner);
        inner.sort(Comparator.comparingDouble((Place place) -> quietness(place, centre)));
        double[] home = new double[inner.size()];
        double[] work = new double[inner.size()];
        for (int rank = 0; rank < home.length; rank++) {
            double weight = StrictMath.pow(rank + 0.5, -STEEPNESS);
            // People live further out than they work; the two together keep the weight of the stop.
            double living = Math.min(1.5, 0.6 + inner.get(rank).kilometresTo(centre) / 25);
            home[rank] = weight * living;
            work[rank] = weight * (2 - living);
        }
        homes = new WeightedChoice(home);
        works = new WeightedChoice(work);
    }

    /** Stops of the main city, the busiest first. */
    List<Place> inner() {
        return inner;
    }

    /** Stops that a line reaches in another city; may be empty. */
    List<Place> outer() {
        return outer;
    }

    Place home(Dice dice) {
        return inner.get(homes.pick(dice));
    }

    Place work(Dice dice) {
        return inner.get(works.pick(dice));
    }

    Place outer(Dice dice) {
        return outer.get(dice.below(outer.size()));
    }

    /** Share of all ways home that begin at the stop of that rank, counted from the busiest. */
    double shareOfWork(int rank) {
        return works.share(rank);
    }

    /** {@code to}, or another stop where that is where the rider sets out. */
    Place otherThan(Place from, Place to) {
        return from == to ? inner.get((inner.indexOf(from) + 1) % inner.size()) : to;
    }

    /** Kilometres along the line. */
    double ride(Place from, Place to) {
        return from.kilometresTo(to) * DETOUR;
    }

    /** Seconds from gate to gate: way to the platform, a change between lines, and trains that are faster far out. */
    int travelSeconds(Place from, Place to, Dice dice) {
        double kilometres = ride(from, to);
        double speed = Math.min(75, 32 + 0.55 * kilometres);
        double change = from.route().equals(to.route()) ? 0 : 4;
        double minutes = 4 + change + kilometres / speed * 60;
        int seconds = (int) (minutes * 60 * (1 + 0.15 * dice.bell()));
        return Math.max(LEAST_TRAVEL, Math.min(MOST_TRAVEL, seconds));
    }

    private static List<Place> places(Region region, LocalDate day) {
        List<Place> places = new ArrayList<>();
        for (Stop stop : region.stops()) {
            String routeId = stop.routeId();
            Route route = routeId == null ? null : region.route(routeId);
            if (route != null && route.routeType() <= 2 && stop.validOn(day) && stop.longitude() != null) {
                // Gates name the operator's city, even where the line has left it.
                places.add(new Place(stop, route, route.cityCode()));
            }
        }
        return places;
    }

    private static String mainCity(List<Place> places) {
        Map<String, Integer> stops = new TreeMap<>();
        places.forEach(place -> stops.merge(place.cityCode(), 1, Integer::sum));
        String main = places.get(0).cityCode();
        for (Map.Entry<String, Integer> city : stops.entrySet()) {
            if (city.getValue() > stops.getOrDefault(main, 0)) {
                main = city.getKey();
            }
        }
        return main;
    }

    /** The stop whose summed distance to all others is smallest. */
    private static Place centre(List<Place> places) {
        Map<Place, Double> sums = new HashMap<>();
        for (Place place : places) {
            sums.put(place, places.stream().mapToDouble(place::kilometresTo).sum());
        }
        return places.stream().min(Comparator.comparingDouble(sums::get)).orElseThrow();
    }

    private static double quietness(Place place, Place centre) {
        double taste = (Dice.hash(0, place.stopId()) >>> 11) * 0x1p-53;
        return (2 + place.kilometresTo(centre)) * (0.3 + taste);
    }
}

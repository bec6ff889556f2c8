package org.tongcheng.local.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;

/** The ungated lines of a region: those that stay in one city, and those that cross into another. */
final class BusNetwork {

    /** Vehicles per route. */
    static final int FLEET = 24;

    private final List<City> cities = new ArrayList<>();
    private final List<List<List<Place>>> linesOfCity = new ArrayList<>();
    private final List<List<Place>> crossing = new ArrayList<>();
    private final WeightedChoice city;
    private final Map<Place, List<Place>> lineOfStop = new HashMap<>();
    private final Map<Place, Place> nearest = new HashMap<>();

    BusNetwork(Region region, LocalDate day) {
        Map<String, List<Place>> lines = lines(region, day);
        for (City registered : region.cities()) {
            List<List<Place>> own = new ArrayList<>();
            for (List<Place> line : lines.values()) {
                if (!crosses(line) && line.get(0).cityCode().equals(registered.cityCode())) {
                    own.add(line);
                }
            }
            if (!own.isEmpty()) {
                cities.add(registered);
                linesOfCity.add(own);
            }
        }
        lines.values().stream().filter(BusNetwork::crosses).forEach(crossing::add);
        if (cities.isEmpty()) {
            throw new IllegalArgumentException("region " + region.id() + " has no bus line within a city on " + day);
        }
        city = new WeightedChoice(
                cities.stream().mapToDouble(BusNetwork::weight).toArray());
    }

    /** Index of a city that has its own buses, by population. */
    int city(Dice dice) {
        return city.pick(dice);
    }

    /** A line within the city, the first of the registry most often. */
    List<Place> line(int cityIndex, Dice dice) {
        List<List<Place>> lines = linesOfCity.get(cityIndex);
        return lines.get(Math.min(dice.below(lines.size()), dice.below(lines.size())));
    }

    boolean hasCrossing() {
        return !crossing.isEmpty();
    }

    /** A line between two cities, the first of the registry most often. */
    List<Place> crossingLine(Dice dice) {
        return crossing.get(Math.min(dice.below(crossing.size()), dice.below(crossing.size())));
    }

    /** The bus stop nearest to a metro stop in its city, or in the region where the city has no buses. */
    Place stopNear(Place metro) {
        return nearest.computeIfAbsent(metro, this::findNearest);
    }

    /** The line that calls at a bus stop. */
    List<Place> lineOf(Place stop) {
        return lineOfStop.computeIfAbsent(stop, this::findLine);
    }

    private Place findNearest(Place metro) {
        Place best = linesOfCity.get(0).get(0).get(0);
        for (List<List<Place>> lines : linesOfCity) {
            for (List<Place> line : lines) {
                for (Place stop : line) {
                    if (stop.kilometresTo(metro) < best.kilometresTo(metro)) {
                        best = stop;
                    }
                }
            }
        }
        return best;
    }

    private List<Place> findLine(Place stop) {
        for (List<List<Place>> lines : linesOfCity) {
            for (List<Place> line : lines) {
                if (line.contains(stop)) {
                    return line;
                }
            }
        }
        return List.of(stop);
    }

    private static boolean crosses(List<Place> line) {
        String first = line.get(0).cityCode();
        return line.stream().anyMatch(stop -> !stop.cityCode().equals(first));
    }

    private static double weight(City city) {
        Long population = city.population();
        return population == null ? 1_000_000 : population;
    }

    private static Map<String, List<Place>> lines(Region region, LocalDate day) {
        Map<String, List<Place>> lines = new LinkedHashMap<>();
        for (Stop stop : region.stops()) {
            String routeId = stop.routeId();
            Route route = routeId == null ? null : region.route(routeId);
            if (route != null && route.routeType() > 2 && stop.validOn(day) && stop.longitude() != null) {
                lines.computeIfAbsent(route.routeId(), id -> new ArrayList<>())
                        .add(new Place(stop, route, stop.cityCode()));
            }
        }
        return lines;
    }
}

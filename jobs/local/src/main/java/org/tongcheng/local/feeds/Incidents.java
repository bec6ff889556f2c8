package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.reference.Region;

/** What goes wrong in the cities themselves, as opposed to their feeds. */
final class Incidents {

    private final List<Incident> list = new ArrayList<>();
    private final @Nullable PollutionEpisode pollution;
    private final @Nullable PhosphorusWave phosphorus;
    private final @Nullable StopSurge surge;

    Incidents(FeedsPlan plan, Region region, Timeline timeline, MetroNetwork metro, List<Population> populations) {
        if (!plan.incidents()) {
            pollution = null;
            phosphorus = null;
            surge = null;
            return;
        }
        pollution = new PollutionEpisode(region);
        phosphorus = new PhosphorusWave(region, plan.day());
        surge = new StopSurge(metro, populations, plan.tapsPerDay());
        for (int day = 0; day * Timeline.DAY < timeline.to(); day++) {
            if (pollution.happens()) {
                addVisible(pollution.on(day, timeline), timeline);
            }
            if (phosphorus.happens()) {
                addVisible(phosphorus.on(day, timeline), timeline);
            }
            addVisible(surge.on(day, timeline), timeline);
        }
    }

    /** Those that touch the generated hours, in order of days. */
    List<Incident> list() {
        return List.copyOf(list);
    }

    double pm25(String cityCode, int second, double usual) {
        return pollution == null ? usual : pollution.pm25(cityCode, second, usual);
    }

    double addedPhosphorus(String sectionId, int second) {
        return phosphorus == null ? 0 : phosphorus.added(sectionId, second);
    }

    /** Whether phosphorus runs past the section. */
    boolean touches(String sectionId) {
        return phosphorus != null && phosphorus.passes(sectionId);
    }

    @Nullable
    StopSurge surge() {
        return surge;
    }

    private void addVisible(Incident incident, Timeline timeline) {
        if (incident.from() < timeline.epochMillis(timeline.to())
                && incident.to() > timeline.epochMillis(timeline.from())) {
            list.add(incident);
        }
    }
}

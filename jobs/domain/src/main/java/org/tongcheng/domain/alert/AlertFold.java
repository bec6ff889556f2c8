package org.tongcheng.domain.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * Many samples at once.
 *
 * @param memory after the last sample
 * @param episodes alerts that were open at some time, in order
 */
public record AlertFold(AlertMemory memory, List<AlertEpisode> episodes) {

    /**
     * @param base memory before the first sample
     * @param samples in order of time, no two of one time
     */
    public static AlertFold of(AlertMachine machine, AlertMemory base, List<Sample> samples) {
        List<AlertEpisode> episodes = new ArrayList<>();
        Severity severity = base.toldSeverity();
        if (base.state().open() && severity != null) {
            AlertChange carried = AlertChange.undecided(base.state(), severity, base.onset(), null);
            episodes.add(new AlertEpisode(base.onset(), new ArrayList<>(List.of(carried))));
        }
        AlertMemory memory = base;
        for (Sample sample : samples) {
            AlertStep step = machine.step(memory, sample);
            memory = step.memory();
            AlertChange change = step.change();
            if (change != null) {
                episodeOf(step.onset(), episodes).changes().add(change);
            }
        }
        return new AlertFold(memory, episodes);
    }

    private static AlertEpisode episodeOf(long onset, List<AlertEpisode> episodes) {
        if (episodes.isEmpty() || episodes.get(episodes.size() - 1).onset() != onset) {
            episodes.add(new AlertEpisode(onset, new ArrayList<>()));
        }
        return episodes.get(episodes.size() - 1);
    }
}

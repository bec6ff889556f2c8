package org.tongcheng.domain.alert;

import static org.tongcheng.domain.alert.RuleDraft.samples;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.util.List;
import java.util.Locale;

/** A track under test. Changes are spelled {@code onset.sequence state severity @hour (reason) (from hour)}, times in hours. */
class TrackRun {

    AlertTrack track = AlertTrack.EMPTY;
    AlertMachine machine = threshold().machine();

    List<String> live(String values) {
        track = AlertTrack.EMPTY;
        return take(samples(values));
    }

    /** Goes on after those values. */
    List<String> live(String before, String... more) {
        List<Sample> all = samples(before + " " + String.join(" ", more));
        return take(all.subList(all.size() - more.length, all.size()));
    }

    private List<String> take(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> {
                    AlertTrack.Moved moved = track.advance(machine, sample);
                    track = moved.track();
                    return shown(moved).stream();
                })
                .toList();
    }

    List<String> corrected(String values) {
        List<Sample> all = samples(values);
        AlertTrack.Moved moved =
                track.recompute(machine, all, all.get(all.size() - 1).time());
        track = moved.track();
        return shown(moved);
    }

    static List<String> shown(AlertTrack.Moved moved) {
        return moved.changes().stream().map(TrackRun::shown).toList();
    }

    static String shown(IssuedChange issued) {
        AlertChange change = issued.change();
        EndReason reason = change.endReason();
        return hours(issued.onset()) + "." + issued.sequence() + " "
                + change.state().wireName() + " "
                + change.severity().name().toLowerCase(Locale.ROOT) + " @" + hours(change.at())
                + (reason == null ? "" : " " + reason.wireName())
                + (issued.from() == issued.onset() ? "" : " from " + hours(issued.from()));
    }

    static long hours(long time) {
        return (time - RuleDraft.START) / 3_600_000;
    }
}

package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Listens to what is issued, and refuses what staff must never see. */
final class Listener {
    private final Map<Long, IssuedChange> last = new HashMap<>();

    AlertTrack take(AlertTrack.Moved moved) {
        for (IssuedChange issued : moved.changes()) {
            IssuedChange before = last.put(issued.onset(), issued);
            assertThat(issued.sequence()).isEqualTo(before == null ? 0 : before.sequence() + 1);
            assertThat(before != null
                            && before.change().state() == issued.change().state()
                            && before.change().severity() == issued.change().severity()
                            && before.from() == issued.from()
                            && (before.change().endReason() == EndReason.MERGED)
                                    == (issued.change().endReason() == EndReason.MERGED))
                    .as("told twice")
                    .isFalse();
            assertThat(before != null && before.change().at() > issued.change().at())
                    .as("goes back in time")
                    .isFalse();
            assertThat(open()).as("open at once").hasSizeLessThanOrEqualTo(1);
            boolean ended = !issued.change().state().open();
            assertThat(issued.change().endReason() != null).isEqualTo(ended);
        }
        return moved.track();
    }

    void standsLike(AlertFold fresh) {
        Severity severity = fresh.memory().toldSeverity();
        if (severity == null) {
            assertThat(open()).isEmpty();
        } else {
            assertThat(open()).containsExactly(fresh.memory().state() + " " + severity);
        }
    }

    /** What stands in the end, all corrections taken: what those see who never knew other values. */
    void saysInTheEnd(AlertFold fresh) {
        List<String> told = last.values().stream()
                .filter(issued -> issued.change().state() != AlertState.RETRACTED
                        && issued.change().endReason() != EndReason.MERGED)
                .map(issued -> standing(issued.from(), issued.change()))
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(fresh.episodes().stream()
                        .map(episode -> standing(episode.onset(), episode.last()))
                        .toList());
    }

    private static String standing(long from, AlertChange last) {
        EndReason reason = last.endReason() == EndReason.DATA_CORRECTED ? EndReason.CLEARED : last.endReason();
        return from + " " + last.state() + " " + last.severity() + " " + reason;
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        last.forEach((onset, issued) -> {
            if (issued.change().state().open()) {
                open.add(issued.change().state() + " " + issued.change().severity());
            }
        });
        return open;
    }
}

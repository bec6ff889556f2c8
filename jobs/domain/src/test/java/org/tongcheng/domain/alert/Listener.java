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
                            && before.change().severity() == issued.change().severity())
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

package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

final class AlertLawsTest {

    /** A change of the past: the hour's value, or a missing one. */
    record Correction(Sample sample) {}

    @Property(tries = 1000)
    void replayEqualsLive(@ForAll("machines") AlertMachine machine, @ForAll("series") List<Sample> series) {
        AlertTrack track = AlertTrack.EMPTY;
        List<AlertChange> live = new ArrayList<>();
        for (Sample sample : series) {
            AlertTrack.Moved moved = track.advance(machine, sample);
            moved.changes().forEach(change -> live.add(change.change()));
            track = moved.track();
        }
        AlertFold replay = AlertFold.of(machine, AlertMemory.QUIET, series);

        assertThat(track.current()).isEqualTo(replay.memory());
        assertThat(live)
                .isEqualTo(replay.episodes().stream()
                        .flatMap(episode -> episode.changes().stream())
                        .toList());
        assertThat(track.recompute(machine, series, last(series)).changes()).isEmpty();
    }

    @Property(tries = 1000)
    void restoredInTheMiddleItGoesOnTheSame(
            @ForAll("machines") AlertMachine machine,
            @ForAll("series") List<Sample> series,
            @ForAll @IntRange(max = 60) int cut) {
        int middle = Math.min(cut, series.size());
        AlertMemory memory = AlertFold.of(machine, AlertMemory.QUIET, series.subList(0, middle))
                .memory();
        AlertFold rest = AlertFold.of(machine, memory, series.subList(middle, series.size()));
        AlertFold whole = AlertFold.of(machine, AlertMemory.QUIET, series);

        assertThat(rest.memory()).isEqualTo(whole.memory());
        List<AlertEpisode> ended = whole.episodes();
        assertThat(ended)
                .extracting(AlertEpisode::onset)
                .endsWith(rest.episodes().stream().map(AlertEpisode::onset).toArray(Long[]::new));
    }

    @Property(tries = 1000)
    void aSeverityIsNeverToldTwiceInARowAndEpisodesDoNotOverlap(
            @ForAll("machines") AlertMachine machine, @ForAll("series") List<Sample> series) {
        long end = Long.MIN_VALUE;
        for (AlertEpisode episode :
                AlertFold.of(machine, AlertMemory.QUIET, series).episodes()) {
            assertThat(episode.onset()).isGreaterThan(end);
            end = episode.end();
            AlertChange before = null;
            for (AlertChange change : episode.changes()) {
                assertThat(before == null || before.state().open()).isTrue();
                assertThat(before == null || before.state() != change.state() || before.severity() != change.severity())
                        .isTrue();
                before = change;
            }
            assertThat(episode.changes().get(0).state()).isEqualTo(AlertState.FIRING);
        }
    }

    @Property(tries = 2000)
    void correctionsLeadToWhatTheCorrectedValuesSay(
            @ForAll("machines") AlertMachine machine,
            @ForAll("series") List<Sample> series,
            @ForAll("rounds") List<List<Correction>> rounds) {
        Listener listener = new Listener();
        TreeMap<Long, Sample> known = new TreeMap<>();
        AlertTrack track = AlertTrack.EMPTY;
        for (Sample sample : series) {
            known.put(sample.time(), sample);
            track = listener.take(track.advance(machine, sample));
        }
        for (List<Correction> round : rounds) {
            round.forEach(correction -> known.put(correction.sample().time(), correction.sample()));
            List<Sample> corrected = List.copyOf(known.values());
            track = listener.take(track.recompute(machine, corrected, last(corrected)));
            AlertFold fresh = AlertFold.of(machine, AlertMemory.QUIET, corrected);

            assertThat(track.current()).isEqualTo(fresh.memory());
            listener.standsLike(fresh);
            listener.saysInTheEnd(fresh);
            assertThat(track.issued().stream().filter(alert -> alert.ground() == Ground.OWN))
                    .extracting(IssuedAlert::from, IssuedAlert::to)
                    .containsExactlyInAnyOrderElementsOf(fresh.episodes().stream()
                            .map(episode -> org.assertj.core.groups.Tuple.tuple(episode.onset(), episode.end()))
                            .toList());
            AlertTrack.Moved again = track.recompute(machine, corrected, last(corrected));
            assertThat(again.changes()).isEmpty();
            assertThat(again.track()).isEqualTo(track);
        }
    }

    @Property(tries = 1000)
    void valuesThatAreKeptNoLongerMakeNoDifference(
            @ForAll("machines") AlertMachine machine,
            @ForAll("series") List<Sample> series,
            @ForAll("rounds") List<List<Correction>> rounds,
            @ForAll @IntRange(max = 12) int step) {
        Listener listener = new Listener();
        TreeMap<Long, Sample> known = new TreeMap<>();
        AlertTrack track = AlertTrack.EMPTY;
        for (Sample sample : series) {
            known.put(sample.time(), sample);
            track = listener.take(track.advance(machine, sample));
        }
        long keptFrom = known.firstKey();
        for (List<Correction> round : rounds) {
            keptFrom += step * 3_600_000L;
            List<Sample> leaving = List.copyOf(known.headMap(keptFrom).values());
            track = track.forget(machine, leaving, keptFrom);
            known.headMap(keptFrom).clear();
            for (Correction correction : round) {
                if (correction.sample().time() >= keptFrom) {
                    known.put(correction.sample().time(), correction.sample());
                }
            }
            List<Sample> corrected = List.copyOf(known.values());
            AlertFold fresh = AlertFold.of(machine, track.base(), corrected);
            track = listener.take(track.recompute(machine, corrected, hourOfEnd()));
            listener.standsLike(fresh);
            assertThat(track.recompute(machine, corrected, hourOfEnd()).changes())
                    .isEmpty();
        }
        AlertTrack gone = track.forget(machine, List.copyOf(known.values()), RuleDraft.hour(101));
        assertThat(gone.issued())
                .allMatch(alert -> alert.open() || alert.onset() == gone.base().onset());
        assertThat(gone.recompute(machine, List.of(), hourOfEnd()).changes()).isEmpty();
    }

    @Provide
    static Arbitrary<AlertMachine> machines() {
        Arbitrary<RuleDraft> drafts = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as((forHours, clearHours) -> RuleDraft.threshold().waits(forHours, clearHours));
        Arbitrary<List<Long>> marks = Arbitraries.integers()
                .between(0, 40)
                .map(RuleDraft::hour)
                .list()
                .ofMaxSize(1);
        return Combinators.combine(drafts, marks)
                .as((draft, rectified) -> draft.machine(rectified.toArray(Long[]::new)));
    }

    @Provide
    static Arbitrary<List<Sample>> series() {
        return sample().list().ofMinSize(1).ofMaxSize(40).map(samples -> {
            List<Sample> placed = new ArrayList<>();
            for (Sample sample : samples) {
                placed.add(at(placed.size(), sample));
            }
            return placed;
        });
    }

    @Provide
    static Arbitrary<List<List<Correction>>> rounds() {
        return Combinators.combine(Arbitraries.integers().between(0, 45), sample())
                .as((hour, sample) -> new Correction(at(hour, sample)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<Sample> sample() {
        Arbitrary<Sample> values =
                Arbitraries.of("40", "55", "61", "65", "73", "85").map(value -> Sample.of(0, new BigDecimal(value)));
        return Arbitraries.frequencyOf(
                Tuple.of(12, values),
                Tuple.of(1, Arbitraries.just(Sample.missing(0))),
                Tuple.of(1, Arbitraries.just(Sample.of(0, BigDecimal.ONE).asMuted())));
    }

    private static Sample at(int hour, Sample sample) {
        return new Sample(RuleDraft.hour(hour), sample.value(), null, sample.muted(), List.of(), null);
    }

    private static long last(List<Sample> samples) {
        return samples.get(samples.size() - 1).time();
    }

    private static long hourOfEnd() {
        return RuleDraft.hour(100);
    }
}

package org.tongcheng.alerts.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** What goes on with one card, by rule. */
interface OpenTracks {

    @Nullable
    CardTrack get(String ruleId) throws Exception;

    void put(String ruleId, CardTrack track) throws Exception;

    void remove(String ruleId) throws Exception;

    List<CardTrack> all() throws Exception;

    boolean isEmpty() throws Exception;

    void clear();

    /** Of the current key. */
    record InState(MapState<String, CardTrack> state) implements OpenTracks {

        @Override
        public @Nullable CardTrack get(String ruleId) throws Exception {
            return state.get(ruleId);
        }

        @Override
        public void put(String ruleId, CardTrack track) throws Exception {
            state.put(ruleId, track);
        }

        @Override
        public void remove(String ruleId) throws Exception {
            state.remove(ruleId);
        }

        @Override
        public List<CardTrack> all() throws Exception {
            List<CardTrack> all = new ArrayList<>();
            state.values().forEach(all::add);
            return all;
        }

        @Override
        public boolean isEmpty() throws Exception {
            return state.isEmpty();
        }

        @Override
        public void clear() {
            state.clear();
        }
    }

    /** Of a card that is judged from its first place to its last at once. */
    record InMemory(Map<String, CardTrack> tracks) implements OpenTracks {

        InMemory() {
            this(new HashMap<>());
        }

        @Override
        public @Nullable CardTrack get(String ruleId) {
            return tracks.get(ruleId);
        }

        @Override
        public void put(String ruleId, CardTrack track) {
            tracks.put(ruleId, track);
        }

        @Override
        public void remove(String ruleId) {
            tracks.remove(ruleId);
        }

        @Override
        public List<CardTrack> all() {
            return List.copyOf(tracks.values());
        }

        @Override
        public boolean isEmpty() {
            return tracks.isEmpty();
        }

        @Override
        public void clear() {
            tracks.clear();
        }
    }
}

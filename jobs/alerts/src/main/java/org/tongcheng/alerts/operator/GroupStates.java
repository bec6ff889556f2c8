package org.tongcheng.alerts.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.tongcheng.alerts.operator.Tracks.Subject;
import org.tongcheng.alerts.serial.GroupMemberSerializer;
import org.tongcheng.alerts.serial.GroupTimeSerializer;
import org.tongcheng.alerts.watch.Expected;
import org.tongcheng.alerts.watch.GroupMember;
import org.tongcheng.alerts.watch.GroupTime;
import org.tongcheng.alerts.watch.Series;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.CompactType;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The keyed state of {@link WatchGroups}.
 *
 * @param times how far each measurement of the key has come
 * @param members readings, by measurement and entity
 * @param tracks by rule and entity
 * @param held points that wait for their parts, by series and time
 * @param judged up to when joint rules were judged, by the key of the track
 */
record GroupStates(
        MapState<String, GroupTime> times,
        MapState<String, GroupMember> members,
        Tracks tracks,
        MapState<String, Result> held,
        MapState<String, Long> judged) {

    static final MapStateDescriptor<String, GroupTime> TIMES = new MapStateDescriptor<>(
            "times", Types.STRING, new CompactType<>(GroupTime.class, GroupTimeSerializer.INSTANCE));

    private static final MapStateDescriptor<String, GroupMember> MEMBERS = new MapStateDescriptor<>(
            "members", Types.STRING, new CompactType<>(GroupMember.class, GroupMemberSerializer.INSTANCE));
    private static final MapStateDescriptor<String, Result> HELD =
            new MapStateDescriptor<>("held", Types.STRING, ResultSerializer.RESULT);
    private static final MapStateDescriptor<String, Long> JUDGED =
            new MapStateDescriptor<>("judged", Types.STRING, Types.LONG);

    static GroupStates of(RuntimeContext context) {
        return new GroupStates(
                context.getMapState(TIMES),
                context.getMapState(MEMBERS),
                new Tracks(context.getMapState(Tracks.DESCRIPTOR)),
                context.getMapState(HELD),
                context.getMapState(JUDGED));
    }

    GroupTime time(String measurement) throws Exception {
        GroupTime kept = times.get(measurement);
        return kept == null ? GroupTime.NONE : kept;
    }

    List<String> measurements() throws Exception {
        List<String> known = new ArrayList<>();
        times.keys().forEach(known::add);
        return known;
    }

    GroupMember member(String measurement, String id) throws Exception {
        GroupMember kept = members.get(measurement + "/" + id);
        return kept == null ? GroupMember.NONE : kept;
    }

    /** Ids of a measurement's entities of which something is kept, with it. */
    Map<String, GroupMember> membersOf(String measurement) throws Exception {
        Map<String, GroupMember> found = new TreeMap<>();
        String prefix = measurement + "/";
        for (Map.Entry<String, GroupMember> member : members.entries()) {
            if (member.getKey().startsWith(prefix)) {
                found.put(member.getKey().substring(prefix.length()), member.getValue());
            }
        }
        return found;
    }

    /** Series of those that were heard, by id; none where the registry says who should be. */
    Map<String, Series> heard(String measurement) throws Exception {
        Map<String, Series> heard = new HashMap<>();
        if (!Expected.registered(measurement)) {
            membersOf(measurement).forEach((id, member) -> heard.put(id, Series.parse(member.series())));
        }
        return heard;
    }

    void put(String measurement, String id, GroupMember member) throws Exception {
        if (member.memory().readings().isEmpty()) {
            members.remove(measurement + "/" + id);
        } else {
            members.put(measurement + "/" + id, member);
        }
    }

    void hold(Result point) throws Exception {
        held.put(key(point), point);
    }

    void release(Result point) throws Exception {
        held.remove(key(point));
        if (held.isEmpty()) {
            held.clear();
        }
    }

    List<Result> allHeld() throws Exception {
        Map<String, Result> points = new TreeMap<>();
        for (Map.Entry<String, Result> point : held.entries()) {
            points.put(point.getKey(), point.getValue());
        }
        return new ArrayList<>(points.values());
    }

    /** Up to when a joint rule was judged. */
    long judgedTo(Subject subject) throws Exception {
        Long kept = judged.get(subject.key());
        return kept == null ? AlertMemory.NEVER : kept;
    }

    /** When nothing is left that would be missed. */
    void clearIfEmpty() throws Exception {
        if (members.isEmpty() && held.isEmpty() && tracks.isEmpty()) {
            times.clear();
            members.clear();
            held.clear();
            judged.clear();
        }
    }

    private static String key(Result point) {
        return point.series() + "@" + point.time();
    }
}

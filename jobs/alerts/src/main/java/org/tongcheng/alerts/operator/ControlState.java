package org.tongcheng.alerts.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertId;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegistryException;

/**
 * The broadcast state of the operators that watch, the same in all of them: the files of the region in force, and when
 * alerts were marked rectified. Marks are kept for as long as corrections reach back, though they count for a day only:
 * without its mark an alert that is folded again would be told less severe than it was.
 */
final class ControlState {

    static final MapStateDescriptor<String, byte[]> REFERENCE =
            new MapStateDescriptor<>("reference", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    static final MapStateDescriptor<String, long[]> RECTIFIED =
            new MapStateDescriptor<>("rectified", Types.STRING, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final Logger LOG = LoggerFactory.getLogger(ControlState.class);

    /** Beside the files, of which none is named so: a digest of the region that the job was last started with. */
    private static final String STARTED = "#started";

    private static final long KEPT = Feed.AIR_OBSERVATIONS.lateness().toMillis() + 2 * BusinessTime.DAY;

    private @Nullable RegionRules rules;

    /** The region in force. */
    RegionRules rules(ReadOnlyBroadcastState<String, byte[]> reference) throws Exception {
        RegionRules known = rules;
        if (known == null) {
            known = RegionRules.of(inForce(reference));
            rules = known;
        }
        return known;
    }

    /** The rules of another region; null, and a warning, when it cannot be read. The one in force stays then. */
    static @Nullable RegionRules read(RegionBundle bundle) {
        try {
            return RegionRules.of(bundle);
        } catch (RegistryException wrong) {
            LOG.warn("the published region is not taken: {}", wrong.getMessage());
            return null;
        }
    }

    void replace(BroadcastState<String, byte[]> reference, RegionBundle bundle, RegionRules next) throws Exception {
        start(reference, bundle);
        rules = next;
    }

    /**
     * Takes the region of the start, unless restored state tells of one: that stays in force.
     *
     * @return whether the region of the start is another one than before, and not the one in force: somebody changed it
     *     and may think that this is enough
     */
    static boolean startOnce(BroadcastState<String, byte[]> reference, RegionBundle bundle) throws Exception {
        byte[] started = digest(bundle);
        byte[] before = reference.get(STARTED);
        boolean first = !reference.immutableEntries().iterator().hasNext();
        if (first) {
            start(reference, bundle);
        }
        reference.put(STARTED, started);
        return !first && !Arrays.equals(started, before) && !Arrays.equals(started, digest(inForce(reference)));
    }

    private static void start(BroadcastState<String, byte[]> reference, RegionBundle bundle) throws Exception {
        byte[] started = reference.get(STARTED);
        reference.clear();
        reference.putAll(bundle.files());
        if (started != null) {
            reference.put(STARTED, started);
        }
    }

    private static RegionBundle inForce(ReadOnlyBroadcastState<String, byte[]> reference) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        reference.immutableEntries().forEach(file -> files.put(file.getKey(), file.getValue()));
        return new RegionBundle(files);
    }

    private static byte[] digest(RegionBundle bundle) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        bundle.files().forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return digest.digest();
    }

    /** Keeps a mark, and forgets alerts whose marks are all old. */
    static void mark(BroadcastState<String, long[]> marks, AlertAction action, long watermark) throws Exception {
        long[] before = marks.get(action.alertId());
        LongStream known = before == null ? LongStream.empty() : LongStream.of(before);
        marks.put(
                action.alertId(),
                LongStream.concat(known, LongStream.of(action.at()))
                        .distinct()
                        .sorted()
                        .toArray());
        if (watermark == Long.MIN_VALUE) {
            return;
        }
        for (Iterator<Map.Entry<String, long[]>> all = marks.iterator(); all.hasNext(); ) {
            long[] times = all.next().getValue();
            if (times[times.length - 1] < watermark - KEPT) {
                all.remove();
            }
        }
    }

    /** When alerts of this rule and entity were marked. */
    static List<Long> marksOf(
            ReadOnlyBroadcastState<String, long[]> marks, AlertRule rule, AlertEntity entity, List<IssuedAlert> issued)
            throws Exception {
        List<Long> times = new ArrayList<>();
        if (!issued.isEmpty() && marks.immutableEntries().iterator().hasNext()) {
            for (IssuedAlert alert : issued) {
                long[] found = marks.get(AlertId.of(rule, entity, alert.onset()));
                if (found != null) {
                    LongStream.of(found).forEach(times::add);
                }
            }
        }
        return times;
    }
}

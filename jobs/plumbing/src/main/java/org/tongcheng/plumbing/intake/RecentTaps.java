package org.tongcheng.plumbing.intake;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.RecentIds;

/**
 * Knows the first tap of a transaction id. Key: one of {@value #BUCKETS} buckets of the id's hash. A tap is looked up in
 * memory only; state is written before each checkpoint and read when a bucket is first met again. State: per bucket and
 * hour of event the ids, nine bytes each; an hour dies when it is beyond the accepted lateness, in memory when the table
 * would have to grow.
 */
public abstract class RecentTaps<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, Triggerable<Integer, VoidNamespace> {

    /** A migration of the state is needed to change it. */
    public static final int BUCKETS = 1 << 10;

    /** Without checkpoints, state is written when so many ids wait for it. */
    public static final int MOST_NEW_IDS = 1 << 20;

    /** Few tables, so that where they begin stays in the processor's cache, but several, so that none is long to grow. */
    private static final int BUCKETS_A_TABLE = 64;

    private static final long serialVersionUID = 1L;
    private static final long BUCKET_SEED = 0x9E3779B97F4A7C15L;
    private static final long ID_SEED = 0xC2B2AE3D27D4EB4FL;
    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();

    private transient RecentIds[] tables;
    private transient BitSet known;
    private transient NewIds newIds;
    private transient MapState<Integer, byte[]> hours;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient int oldestMinute;

    /** Key of a tap. */
    public static int bucketOf(TransactionId id) {
        return (int) (id.hash(BUCKET_SEED) >>> 54);
    }

    /** What stands for the id within its bucket. */
    public static long hashOf(TransactionId id) {
        return id.hash(ID_SEED);
    }

    /** Most taps touch no state, and those that do say which. */
    @Override
    public void setKeyContextElement(StreamRecord<I> element) {}

    @Override
    public void open() throws Exception {
        super.open();
        tables = new RecentIds[BUCKETS / BUCKETS_A_TABLE];
        Arrays.setAll(tables, table -> new RecentIds());
        known = new BitSet(BUCKETS);
        newIds = new NewIds(BUCKETS);
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "hours", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        timers = getInternalTimerService("hours", VoidNamespaceSerializer.INSTANCE, this);
    }

    /** Whether no tap of that id was met before; it is known from now on. */
    protected final boolean isFirst(int bucket, long hash, long eventTime) throws Exception {
        int minute = (int) (eventTime / BusinessTime.MINUTE) + 1;
        if (!table(bucket).add(hash, minute, oldestMinute)) {
            return false;
        }
        newIds.add(bucket, hash, minute);
        if (newIds.size() >= MOST_NEW_IDS) {
            writeState();
        }
        return true;
    }

    private RecentIds table(int bucket) throws Exception {
        RecentIds table = tables[bucket / BUCKETS_A_TABLE];
        if (!known.get(bucket)) {
            known.set(bucket);
            setCurrentKey(bucket);
            for (Map.Entry<Integer, byte[]> hour : hours.entries()) {
                NewIds.load(hour.getKey(), hour.getValue(), table);
            }
        }
        return table;
    }

    private void writeState() throws Exception {
        newIds.drain((bucket, hour, ids) -> {
            setCurrentKey(bucket);
            byte[] before = hours.get(hour);
            if (before == null) {
                timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deathOf(hour));
                hours.put(hour, ids);
            } else {
                byte[] all = Arrays.copyOf(before, before.length + ids.length);
                System.arraycopy(ids, 0, all, before.length, ids.length);
                hours.put(hour, all);
            }
        });
    }

    private static long deathOf(int hour) {
        return (hour + 1) * BusinessTime.HOUR + LATENESS;
    }

    @Override
    public final void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        hours.remove((int) ((timer.getTimestamp() - LATENESS) / BusinessTime.HOUR) - 1);
    }

    @Override
    public final void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever set");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long oldest = mark.getTimestamp() - LATENESS;
        oldestMinute = (int) Math.max(0, Math.min(Integer.MAX_VALUE, oldest / BusinessTime.MINUTE));
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        writeState();
    }
}

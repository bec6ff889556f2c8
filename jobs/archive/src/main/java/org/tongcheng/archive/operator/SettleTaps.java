package org.tongcheng.archive.operator;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.RecentTaps;

/** Tells duplicates from first taps, and keeps both. Key, state and its death: {@link RecentTaps}. */
public final class SettleTaps extends RecentTaps<JudgedTap, ArchivedRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(StreamRecord<JudgedTap> element) throws Exception {
        JudgedTap tap = element.getValue();
        ArchivedRecord record = tap.record();
        boolean first = isFirst(tap.bucket(), tap.hash(), record.eventTime());
        output.collect(new StreamRecord<>(first ? record : record.with(Verdict.DUPLICATE), element.getTimestamp()));
    }
}

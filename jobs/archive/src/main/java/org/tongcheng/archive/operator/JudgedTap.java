package org.tongcheng.archive.operator;

import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.plumbing.intake.RecentTaps;

/**
 * A tap in time that may still be a duplicate.
 *
 * @param bucket of its transaction id
 * @param hash what stands for the id within the bucket
 */
public record JudgedTap(int bucket, long hash, ArchivedRecord record) {

    public static JudgedTap of(Tap tap, ArchivedRecord record) {
        return new JudgedTap(RecentTaps.bucketOf(tap.transactionId()), RecentTaps.hashOf(tap.transactionId()), record);
    }
}

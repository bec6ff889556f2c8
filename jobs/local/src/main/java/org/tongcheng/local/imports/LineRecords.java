package org.tongcheng.local.imports;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.file.LineReader;
import org.tongcheng.wire.RawRecord;

/**
 * The contract's lines, every one of them: judging is the jobs' business. A line without a readable time arrives with
 * the one before it.
 */
final class LineRecords implements RecordReader {

    private final FileAccount account;
    private final LineReader lines;
    private long timestamp = FeedRecord.UNKNOWN_TIME;

    LineRecords(FileAccount account) {
        this.account = account;
        this.lines = new LineReader(account.file().path());
    }

    @Override
    public @Nullable ImportRecord next() {
        if (!lines.hasNext()) {
            return null;
        }
        byte[] payload = lines.next();
        account.addRow();
        if (payload.length > Feed.MAX_PAYLOAD_BYTES) {
            account.addCut();
        }
        RawRecord read = RawRecord.of(account.file().feed(), payload);
        if (read.receivedAt() != FeedRecord.UNKNOWN_TIME) {
            timestamp = read.receivedAt();
        } else if (read.eventTime() != FeedRecord.UNKNOWN_TIME) {
            timestamp = read.eventTime();
        }
        return new ImportRecord(account, read.key(), timestamp, payload);
    }

    @Override
    public void close() {
        lines.close();
    }
}

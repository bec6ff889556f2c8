package org.tongcheng.local.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** What became of a file's rows. Those sent are counted by the producer's thread. */
public final class FileAccount {

    private static final int TOLD = 10;

    private final RecordedFile file;
    private final AtomicLong sent = new AtomicLong();
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private final List<String> faults = new ArrayList<>();
    private final SortedSet<String> unknownSites = new TreeSet<>();
    private final SortedSet<String> unknownColumns = new TreeSet<>();
    private long rows;
    private long cut;

    FileAccount(RecordedFile file) {
        this.file = file;
    }

    RecordedFile file() {
        return file;
    }

    long rows() {
        return rows;
    }

    long sent() {
        return sent.get();
    }

    long leftOut(LeftOut reason) {
        return leftOut.getOrDefault(reason, 0L);
    }

    /** The first few. */
    List<String> faults() {
        return faults;
    }

    /** Columns that were passed over because nobody knows what they mean. */
    SortedSet<String> unknownColumns() {
        return unknownColumns;
    }

    void addRow() {
        rows++;
    }

    void addSent() {
        sent.incrementAndGet();
    }

    /** A line too large for any feed, of which only the beginning is sent. */
    void addCut() {
        cut++;
    }

    void leaveOut(LeftOut reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    void leaveOutSite(String name) {
        leaveOut(LeftOut.OTHER_SITE);
        unknownSites.add(name);
    }

    void leaveOut(RowFault fault) {
        leaveOut(LeftOut.FAULTY);
        if (faults.size() < TOLD) {
            faults.add(String.valueOf(fault.getMessage()));
        }
    }

    void addUnknownColumns(List<String> columns) {
        unknownColumns.addAll(columns);
    }

    /** The account in one line. */
    @Override
    public String toString() {
        return told("sent");
    }

    /** @param done what became of the rows that are not left out */
    String told(String done) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%s (%s, to %s): %,d rows, %,d %s",
                file.path(),
                file.format(),
                file.feed().topic(),
                rows,
                sent(),
                done));
        leftOut.forEach((reason, count) -> line.append(String.format(Locale.ROOT, "; left out: %,d %s", count, reason))
                .append(reason == LeftOut.OTHER_SITE ? sites() : ""));
        if (cut > 0) {
            line.append(String.format(Locale.ROOT, "; %,d cut: too large for any feed", cut));
        }
        return line.toString();
    }

    private String sites() {
        List<String> first = unknownSites.stream().limit(TOLD).toList();
        String rest = unknownSites.size() > TOLD
                ? String.format(Locale.ROOT, " and %,d more", unknownSites.size() - TOLD)
                : "";
        return " (" + String.join(", ", first) + rest + ")";
    }
}

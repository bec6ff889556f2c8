package org.tongcheng.local.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.reference.Region;

/**
 * Reads recorded files as records of the feeds. Files of one feed come one after the other, each in its own order;
 * between feeds the earlier record goes first.
 *
 * @param region whose sites are imported from tables
 * @param year of times in tables that do not tell it, null where nobody does
 * @param status of stations in tables that do not tell it, null where nobody knows
 */
public record Importer(
        Region region, @Nullable Integer year, @Nullable StationStatus status) {

    /** Reads tables to their end without sending anything, so that half an import need not be undone. */
    List<FileAccount> check(List<RecordedFile> files) {
        List<FileAccount> accounts = new ArrayList<>();
        for (RecordedFile file : files) {
            if (file.format() != ImportFormat.JSONL) {
                FileAccount account = new FileAccount(file);
                accounts.add(account);
                try (RecordReader reader = open(account)) {
                    ImportRecord record = reader.next();
                    while (record != null) {
                        record = reader.next();
                    }
                }
            }
        }
        return accounts;
    }

    /** Sends everything; the accounts are complete when this returns. */
    void send(List<FileAccount> accounts, Pace pace, ImportTarget target) throws InterruptedException {
        List<FeedRecords> feeds = new ArrayList<>();
        try {
            byFeed(accounts).values().forEach(files -> feeds.add(new FeedRecords(files, this::open)));
            for (FeedRecords next = earliest(feeds); next != null; next = earliest(feeds)) {
                ImportRecord record = next.next();
                pace.await(record);
                target.send(record);
            }
            target.flush();
        } finally {
            feeds.forEach(FeedRecords::close);
        }
    }

    private RecordReader open(FileAccount account) {
        return switch (account.file().format()) {
            case JSONL -> new LineRecords(account);
            case CNEMC_AIR -> new TableRecords(account, new AirRows(region.sites()));
            case CNEMC_WATER -> new TableRecords(account, new WaterRows(region, year, status));
        };
    }

    private static Map<Feed, List<FileAccount>> byFeed(List<FileAccount> accounts) {
        Map<Feed, List<FileAccount>> byFeed = new EnumMap<>(Feed.class);
        for (FileAccount account : accounts) {
            byFeed.computeIfAbsent(account.file().feed(), feed -> new ArrayList<>())
                    .add(account);
        }
        return byFeed;
    }

    private static @Nullable FeedRecords earliest(List<FeedRecords> feeds) {
        return feeds.stream()
                .filter(FeedRecords::hasNext)
                .min(Comparator.comparingLong(feed -> feed.peek().timestamp()))
                .orElse(null);
    }
}

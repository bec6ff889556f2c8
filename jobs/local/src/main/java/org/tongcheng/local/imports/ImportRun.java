package org.tongcheng.local.imports;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.plumbing.kafka.KafkaReachability;

/**
 * One import: looks through the tables, then sends, then accounts for every row.
 *
 * @param files in the order in which they are read
 * @param speed how fast recorded time passes
 * @param skipFaulty whether faulty rows of tables are left out; else one of them stops the import before it begins
 */
public record ImportRun(Importer importer, List<RecordedFile> files, Speed speed, boolean skipFaulty) {

    public ImportRun {
        files = List.copyOf(files);
    }

    /**
     * Sends everything to Kafka.
     *
     * @throws LocalFailure when a file cannot be read, a row is faulty, or Kafka does not take a record
     * @throws SettingsException when Kafka does not answer or lacks a topic
     */
    public void into(KafkaSettings kafka, Clock clock, PrintWriter out) throws InterruptedException {
        check(out);
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        files.forEach(file -> feeds.add(file.feed()));
        reach(kafka, feeds);
        TopicTimes times = TopicTimes.of(kafka, feeds);
        try (ImportTarget target = new ToldTarget(new KafkaTarget(kafka), times, clock, out)) {
            send(new Pace(speed), target, "sent", out);
        }
    }

    /** Shows what would be sent. */
    public void dry(PrintWriter out) throws InterruptedException {
        check(out);
        try (ImportTarget target = new DryTarget(out)) {
            send(new Pace(Speed.MAX), target, "to be sent", out);
        }
        out.println("nothing was sent (--dry-run)");
    }

    private void send(Pace pace, ImportTarget target, String done, PrintWriter out) throws InterruptedException {
        List<FileAccount> accounts = files.stream().map(FileAccount::new).toList();
        try {
            importer.send(accounts, pace, target);
        } finally {
            accounts.forEach(account -> out.println(account.told(done)));
            out.flush();
        }
    }

    private void check(PrintWriter out) {
        long faulty = 0;
        for (FileAccount account : importer.check(files)) {
            account.unknownColumns()
                    .forEach(column ->
                            out.println(account.file().path() + ": the unknown column " + column + " is not imported"));
            account.faults().forEach(out::println);
            faulty += account.leftOut(LeftOut.FAULTY);
        }
        out.flush();
        if (faulty > 0 && !skipFaulty) {
            throw new LocalFailure("nothing is sent: " + faulty + (faulty == 1 ? " row is" : " rows are")
                    + " faulty; mend them, or leave them out with --skip-faulty");
        }
    }

    private static void reach(KafkaSettings kafka, Set<Feed> feeds) {
        try {
            KafkaReachability.check(kafka, feeds.stream().map(Feed::topic).toList());
        } catch (SettingsException e) {
            String message = String.valueOf(e.getMessage());
            throw new LocalFailure(
                    message.contains("has no topic") ? message + ", with ./tongcheng topics" : message, e);
        }
    }
}

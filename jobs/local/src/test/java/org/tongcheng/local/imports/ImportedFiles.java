package org.tongcheng.local.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/** Writes files and imports them. */
final class ImportedFiles {

    static final Region CHENGDU = RegionDirectory.shipped("chengdu");

    private ImportedFiles() {}

    static Path write(Path folder, String name, String... lines) {
        return write(folder, name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] content) {
        Path file = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Collected send(Path... files) {
        return send(new Importer(CHENGDU, null, null), accounts(files));
    }

    static Collected send(Importer importer, List<FileAccount> accounts) {
        Collected collected = new Collected();
        try {
            importer.send(accounts, new Pace(Speed.MAX), collected);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return collected;
    }

    static FileAccount account(Path file, @Nullable Integer year, @Nullable StationStatus status) {
        List<FileAccount> accounts = accounts(file);
        send(new Importer(CHENGDU, year, status), accounts);
        return accounts.get(0);
    }

    static List<FileAccount> accounts(Path... files) {
        return List.of(files).stream()
                .map(file -> new FileAccount(RecordedFile.of(file, null, null)))
                .toList();
    }
}

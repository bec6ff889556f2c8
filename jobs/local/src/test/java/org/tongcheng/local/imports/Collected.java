package org.tongcheng.local.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent. */
final class Collected implements ImportTarget {

    final List<ImportRecord> records = new ArrayList<>();

    @Override
    public void send(ImportRecord record) {
        records.add(record);
        record.account().addSent();
    }

    List<String> payloads() {
        return records.stream()
                .map(record -> new String(record.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    List<@Nullable String> keys() {
        List<@Nullable String> keys = new ArrayList<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

package org.tongcheng.archive.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.archive.format.ArchiveExtent;
import org.tongcheng.archive.format.ArchiveExtent.Span;
import org.tongcheng.archive.index.ArchivedFile;

class ArchivePlanTest {

    private static final ArchivedFile FILE = new ArchivedFile(
            "s3://archive/a.parquet",
            "transit.taps",
            3,
            new ArchiveExtent(7, new Span(1, 2), new Span(3, 4), new Span(5, 6), true));

    private static ArchivePlan restored(ArchivePlan plan) throws IOException {
        ArchivePlan.Serializer serializer = new ArchivePlan.Serializer();
        return serializer.deserialize(serializer.getVersion(), serializer.serialize(plan));
    }

    @Test
    void remembersWhatNoReaderHas() throws IOException {
        ArchivePlan plan = new ArchivePlan(List.of(new ArchiveSplit("transit.taps", 3, 42, List.of(FILE, FILE))));

        assertThat(restored(plan)).isEqualTo(plan);
    }

    @Test
    void remembersThatNothingIsLeft() throws IOException {
        assertThat(restored(new ArchivePlan(List.of()))).isEqualTo(new ArchivePlan(List.of()));
    }

    @Test
    void remembersHowFarASplitWasRead() throws IOException {
        ArchiveSplit split = ArchiveSplit.of(List.of(FILE)).from(99);
        ArchiveSplit.Serializer serializer = new ArchiveSplit.Serializer();

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
                .isEqualTo(split);
    }
}

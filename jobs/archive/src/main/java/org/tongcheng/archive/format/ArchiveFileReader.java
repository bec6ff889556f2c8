package org.tongcheng.archive.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in its order, which is that of their offsets. Where something is wrong with the file, every method
 * throws {@link ArchiveFileException}.
 */
public final class ArchiveFileReader implements Closeable {

    private final Path file;
    private final ZstdCodec codec;
    private final ParquetFileReader parquet;
    private final MessageType columns;
    private final Predicate<ArchiveExtent> wanted;
    private final ArchiveExtent extent;
    private int nextRowGroup;
    private long rowsLeft;
    private long rowsSkipped;
    private @Nullable ArchiveRow row;

    private ArchiveFileReader(Path file, MessageType columns, Predicate<ArchiveExtent> wanted) throws IOException {
        this.file = file;
        this.columns = columns;
        this.wanted = wanted;
        this.codec = new ZstdCodec(ArchiveWriter.ZSTD_LEVEL);
        this.parquet = parquet(file, codec);
        try {
            requireColumns(parquet.getFileMetaData().getSchema());
            this.extent = ArchiveExtent.of(parquet.getRowGroups());
            parquet.setRequestedSchema(columns);
        } catch (IOException | RuntimeException e) {
            close();
            throw broken(e);
        }
    }

    /** Reads all columns of all rows. */
    public static ArchiveFileReader whole(Path file) throws IOException {
        return new ArchiveFileReader(file, ArchiveSchema.ALL, extent -> true);
    }

    /**
     * Leaves out the key, and row groups that are not wanted.
     *
     * @param wanted asked once for each row group
     */
    public static ArchiveFileReader replayed(Path file, Predicate<ArchiveExtent> wanted) throws IOException {
        return new ArchiveFileReader(file, ArchiveSchema.REPLAYED, wanted);
    }

    /** What the file holds, from its end alone. */
    public ArchiveExtent extent() {
        return extent;
    }

    /** The topic of its records, as the brokers name it; empty where there are none. */
    public String topic() {
        return parquet.getRowGroups().stream()
                .flatMap(rowGroup -> rowGroup.getColumns().stream())
                .filter(chunk -> chunk.getPath().toDotString().equals(ArchiveSchema.TOPIC))
                .map(chunk -> chunk.getStatistics().genericGetMax())
                .map(topic -> topic instanceof Binary text ? text.toStringUsingUTF8() : "")
                .findFirst()
                .orElse("");
    }

    /** Rows of row groups that were not wanted, so far. */
    public long rowsSkipped() {
        return rowsSkipped;
    }

    /** The next row, null at the end of the file. It is the same object each time, good until the next call. */
    public @Nullable ArchiveRow next() throws IOException {
        try {
            ArchiveRow current = row;
            if (current != null && rowsLeft > 0) {
                current.advance();
            } else {
                current = nextRowGroup();
                row = current;
            }
            rowsLeft--;
            return current;
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            parquet.close();
        } finally {
            codec.release();
        }
    }

    private @Nullable ArchiveRow nextRowGroup() throws IOException {
        List<BlockMetaData> rowGroups = parquet.getRowGroups();
        while (nextRowGroup < rowGroups.size()) {
            int index = nextRowGroup++;
            BlockMetaData rowGroup = rowGroups.get(index);
            if (rowGroup.getRowCount() > 0 && wanted.test(ArchiveExtent.of(rowGroup))) {
                rowsLeft = rowGroup.getRowCount();
                return new ArchiveRow(
                        new ColumnReadStoreImpl(
                                parquet.readRowGroup(index),
                                new UnassembledRecord(),
                                columns,
                                parquet.getFileMetaData().getCreatedBy()),
                        columns);
            }
            rowsSkipped += rowGroup.getRowCount();
        }
        return null;
    }

    private static ParquetFileReader parquet(Path file, ZstdCodec codec) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(codec)
                .withUseHadoopVectoredIo(false)
                .usePageChecksumVerification()
                .build();
        try {
            return ParquetFileReader.open(FlinkInputFile.of(file), options);
        } catch (IOException e) {
            throw new ArchiveFileException(file, e.toString(), e);
        } catch (RuntimeException e) {
            throw new ArchiveFileException(file, "it is no Parquet file, or its end is missing: " + e.getMessage(), e);
        }
    }

    private void requireColumns(MessageType found) throws IOException {
        for (Type column : columns.getFields()) {
            if (!found.containsField(column.getName())
                    || !found.getType(column.getName()).equals(column)) {
                throw new ArchiveFileException(file, "it is no file of an archive: it has no column " + column);
            }
        }
    }

    private ArchiveFileException broken(Exception cause) {
        return cause instanceof ArchiveFileException told
                ? told
                : new ArchiveFileException(file, "its data are broken: " + cause.getMessage(), cause);
    }
}

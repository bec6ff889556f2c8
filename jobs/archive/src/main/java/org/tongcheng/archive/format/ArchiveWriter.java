package org.tongcheng.archive.format;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes a file of the archive: Parquet with pages of version 2, which DuckDB, Spark and Arrow read. Numbers are written
 * as differences, keys and values as what differs from the one before, and all of it is compressed a page at a time.
 * What is open takes at most about a row group of memory.
 */
public final class ArchiveWriter implements BulkWriter<ArchivedRecord> {

    static final int ZSTD_LEVEL = 6;
    static final int PAGE_BYTES = 1024 * 1024;
    private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

    private final ZstdCodec codec;
    private final ParquetWriter<ArchivedRecord> writer;

    private ArchiveWriter(OutputStream out) throws IOException {
        this.codec = new ZstdCodec(ZSTD_LEVEL);
        this.writer = new Builder(new FlinkOutputFile(out))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codec)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withDictionaryEncoding(false)
                .withDictionaryEncoding(ArchiveSchema.TOPIC, true)
                .withDictionaryEncoding(ArchiveSchema.VERDICT, true)
                .withDictionaryEncoding(ArchiveSchema.REASON, true)
                .withStatisticsEnabled(ArchiveSchema.KEY, false)
                .withStatisticsEnabled(ArchiveSchema.VALUE, false)
                .withSizeStatisticsEnabled(false)
                .build();
    }

    /**
     * A writer for each file of a sink.
     *
     * @return its writers want records by their offsets
     */
    public static BulkWriter.Factory<ArchivedRecord> factory() {
        return ArchiveWriter::new;
    }

    /** @param out at the begin of a file; whoever opened it closes it */
    public static ArchiveWriter to(OutputStream out) throws IOException {
        return new ArchiveWriter(out);
    }

    @Override
    public void addElement(ArchivedRecord record) throws IOException {
        writer.write(record);
    }

    /** Does nothing: a page that is not full yet would compress badly. */
    @Override
    public void flush() {}

    @Override
    public void finish() throws IOException {
        writer.close();
        codec.release();
    }

    private static final class Builder extends ParquetWriter.Builder<ArchivedRecord, Builder> {

        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, and called by nobody here
        protected WriteSupport<ArchivedRecord> getWriteSupport(Configuration configuration) {
            return new ArchiveWriteSupport();
        }

        @Override
        protected WriteSupport<ArchivedRecord> getWriteSupport(ParquetConfiguration configuration) {
            return new ArchiveWriteSupport();
        }
    }
}

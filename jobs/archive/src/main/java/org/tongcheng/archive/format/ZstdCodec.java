package org.tongcheng.archive.format;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * Zstandard and nothing else, straight on zstd-jni: Parquet's own factory configures its codecs through Hadoop, whose
 * classes then had to be there at runtime. A page is compressed whole, so its size stands in its frame.
 */
final class ZstdCodec implements CompressionCodecFactory {

    private final int level;
    private @Nullable Decompressor decompressor;

    ZstdCodec(int level) {
        this.level = level;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        require(codec);
        return new Compressor(level);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        require(codec);
        Decompressor made = decompressor;
        if (made == null) {
            made = new Decompressor();
            decompressor = made;
        }
        return made;
    }

    @Override
    public void release() {
        if (decompressor != null) {
            decompressor.release();
        }
    }

    private static void require(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new UnsupportedOperationException("pages are compressed with " + codec + ", not with ZSTD");
        }
    }

    private static ByteBuffer onHeap(BytesInput bytes) {
        ByteBuffer buffer = bytes.toByteBuffer(HeapByteBufferAllocator.getInstance(), kept -> {});
        return buffer.hasArray()
                ? buffer
                : ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
    }

    private record Compressor(int level) implements BytesInputCompressor {

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            ByteBuffer source = onHeap(page);
            byte[] compressed = new byte[(int) Zstd.compressBound(source.remaining())];
            // No context is kept: many writers are open at once, and it is as large as a page.
            long length = Zstd.compressByteArray(
                    compressed,
                    0,
                    compressed.length,
                    source.array(),
                    source.arrayOffset() + source.position(),
                    source.remaining(),
                    level);
            if (Zstd.isError(length)) {
                throw new IOException("a page cannot be compressed: " + Zstd.getErrorName(length));
            }
            // Pages wait in memory for their row group to be full.
            return BytesInput.from(Arrays.copyOf(compressed, (int) length));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    private static final class Decompressor implements BytesInputDecompressor {

        private final ZstdDecompressCtx context = new ZstdDecompressCtx();

        @Override
        public BytesInput decompress(BytesInput compressed, int size) throws IOException {
            ByteBuffer source = onHeap(compressed);
            byte[] page = new byte[size];
            int length = context.decompressByteArray(
                    page, 0, size, source.array(), source.arrayOffset() + source.position(), source.remaining());
            if (length != size) {
                throw new IOException("a page of " + size + " bytes became " + length);
            }
            return BytesInput.from(page);
        }

        /** Parquet asks for this with direct buffers only, which are not used here; it must be right all the same. */
        @Override
        public void decompress(ByteBuffer compressed, int compressedSize, ByteBuffer page, int size)
                throws IOException {
            byte[] source = new byte[compressedSize];
            compressed.get(source);
            page.put(Zstd.decompress(source, size));
        }

        @Override
        public void release() {
            context.close();
        }
    }
}

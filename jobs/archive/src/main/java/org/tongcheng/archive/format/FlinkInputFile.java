package org.tongcheng.archive.format;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file wherever a file system of Flink leads. */
record FlinkInputFile(FileSystem files, Path path) implements InputFile {

    static FlinkInputFile of(Path path) throws IOException {
        return new FlinkInputFile(path.getFileSystem(), path);
    }

    @Override
    public long getLength() throws IOException {
        return files.getFileStatus(path).getLen();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new OpenStream(files.open(path));
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class OpenStream extends DelegatingSeekableInputStream {

        private final FSDataInputStream in;

        OpenStream(FSDataInputStream in) {
            super(in);
            this.in = in;
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }
    }
}

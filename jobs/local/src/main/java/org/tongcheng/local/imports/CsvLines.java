package org.tongcheng.local.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;

/** The rows of a CSV file in UTF-8, with or without byte order mark; blank lines are passed over. */
final class CsvLines implements Closeable {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final CsvParser parser;

    /**
     * @throws LocalFailure naming the file, here and in every method, when it cannot be read
     */
    CsvLines(Path file) {
        this.file = file;
        try {
            parser = parser(file);
        } catch (IOException e) {
            throw unreadable(e, 1);
        }
    }

    /** The next row, null behind the last. */
    @Nullable
    CsvLine next() {
        List<String> cells = new ArrayList<>();
        int number = 0;
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    return new CsvLine(number, cells);
                }
                if (token == JsonToken.VALUE_STRING) {
                    number = number == 0 ? line() : number;
                    cells.add(parser.getText().strip());
                }
            }
            return null;
        } catch (IOException e) {
            throw unreadable(e, line());
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw unreadable(e, line());
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static CsvParser parser(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return FACTORY.createParser(text);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private LocalFailure unreadable(IOException cause, int line) {
        return new LocalFailure(file + ": " + problem(cause, line), cause);
    }

    private static String problem(IOException cause, int line) {
        if (cause instanceof CharacterCodingException) {
            return "is not UTF-8, from line " + line
                    + " or a later one; GBK becomes it with: iconv -f GB18030 -t UTF-8";
        }
        if (cause instanceof JsonProcessingException broken) {
            return "line " + line + ": " + broken.getOriginalMessage();
        }
        if (cause instanceof EOFException) {
            return "its gzip data end too early";
        }
        return cause instanceof ZipException ? "its gzip data are broken" : "cannot be read: " + cause;
    }
}

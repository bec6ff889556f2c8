package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;

class LineReaderTest {

    @TempDir
    Path folder = Path.of("");

    private static List<byte[]> linesOf(Path file) {
        List<byte[]> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(file)) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }

    private List<String> linesOf(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.jsonl"), content, StandardCharsets.ISO_8859_1);
        return linesOf(file).stream()
                .map(line -> new String(line, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void endsALineAtALineFeedOnly() throws IOException {
        assertThat(linesOf("a\nb\r\nc\u000bd\re\n")).containsExactly("a", "b\r", "c\u000bd\re");
    }

    @Test
    void readsALastLineWithoutItsEnd() throws IOException {
        assertThat(linesOf("a\nb")).containsExactly("a", "b");
    }

    @Test
    void takesAnEmptyLineForALineUnlessItIsTheLast() throws IOException {
        assertThat(linesOf("")).isEmpty();
        assertThat(linesOf("\n")).containsExactly("");
        assertThat(linesOf("a\n\nb\n")).containsExactly("a", "", "b");
        assertThat(linesOf("a\n\n")).containsExactly("a", "");
    }

    @Test
    void leavesBytesThatAreNoUtf8AsTheyAre() throws IOException {
        assertThat(linesOf("\u00ff\u0000\u00fe\n")).containsExactly("\u00ff\u0000\u00fe");
    }

    @Test
    void keepsOfALineThatIsTooLargeJustEnoughToTell() throws IOException {
        assertThat(linesOf("a".repeat(300_000) + "\nb\n")).containsExactly("a".repeat(Feed.MAX_PAYLOAD_BYTES + 1), "b");
    }

    @Test
    void keepsTheWholeOfTheLargestLineAllowed() throws IOException {
        String largest = "a".repeat(Feed.MAX_PAYLOAD_BYTES);

        assertThat(linesOf("b\n" + largest + "\nc")).containsExactly("b", largest, "c");
    }

    @Property(tries = 50)
    void keepsEveryByte(@ForAll @Size(max = 400) byte[] content) throws IOException {
        Path file = Files.createTempFile("feed", ".jsonl");
        Path zip = Files.createTempFile("feed", ".jsonl.gz");
        try {
            Files.write(file, content);
            Files.write(zip, zipped(content));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (byte[] line : linesOf(file)) {
                joined.writeBytes(line);
                joined.write('\n');
            }
            boolean lastIsOpen = content.length > 0 && content[content.length - 1] != '\n';

            assertThat(joined.toByteArray())
                    .isEqualTo(lastIsOpen ? Arrays.copyOf(joined.toByteArray(), content.length + 1) : content)
                    .startsWith(content);
            assertThat(linesOf(zip)).containsExactlyElementsOf(linesOf(file));
        } finally {
            Files.delete(file);
            Files.delete(zip);
        }
    }

    @Test
    void countsWhatItHasHandedOut() throws IOException {
        Path file = Files.writeString(folder.resolve("feed.jsonl"), "a\nb\nc\n");
        try (LineReader reader = new LineReader(file)) {
            reader.skip(2);

            assertThat(reader.returned()).isEqualTo(2);
            assertThat(reader.next()).isEqualTo(new byte[] {'c'});
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void namesAFileWhoseGzipDataEndTooEarly() throws IOException {
        byte[] whole = zipped("a line of text\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("feed.jsonl.gz"), Arrays.copyOf(whole, whole.length - 12));

        assertThatThrownBy(() -> linesOf(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + file + ": its gzip data end too early");
    }

    @Test
    void namesAFileThatIsNoGzip() throws IOException {
        Path file = Files.writeString(folder.resolve("feed.jsonl.gz"), "plain text\n");

        assertThatThrownBy(() -> linesOf(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + file + ": its gzip data are broken");
    }

    @Test
    void namesAFileThatIsMissing() {
        Path file = folder.resolve("feed.jsonl");

        assertThatThrownBy(() -> linesOf(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}

package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class InternedTextsTest {

    private final InternedTexts texts = new InternedTexts();
    private final PaddedBytes bytes = new PaddedBytes();

    @Property
    void givesTheTextItWasAskedFor(@ForAll @Size(max = 50) @UniqueElements List<String> asked) {
        for (String text : asked) {
            String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(of(wellFormed).toString()).isEqualTo(wellFormed);
            assertThat(of(wellFormed)).isSameAs(of(wellFormed));
        }
    }

    @Test
    void keepsNearlyAllOfAThousandTextsOfOneSeries() {
        Map<String, InternedTexts.Text> first = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            String text = "65100" + (1_000 + i);
            first.put(text, of(text));
        }

        long kept = first.entrySet().stream()
                .filter(entry -> of(entry.getKey()) == entry.getValue())
                .count();
        assertThat(kept).isGreaterThan(990);
    }

    @Test
    void staysRightWhenItIsFull() {
        for (int i = 0; i < 100_000; i++) {
            String text = "stop-" + i;
            assertThat(of(text).toString()).isEqualTo(text);
        }
        assertThat(of("stop-99999")).isSameAs(of("stop-99999"));
    }

    private InternedTexts.Text of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.load(utf8)).isTrue();
        return texts.of(bytes, 0, utf8.length);
    }
}

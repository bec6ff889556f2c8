package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.Tap;

/** However a card number gets into a tap, and however the tap is broken, no part of it comes out. */
class RedactionLawTest {

    /** So many digits of a card in a row are a leak. */
    private static final int LEAK = 6;

    private final TapDecoder decoder = new TapDecoder(KnownSites.anySite());

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void noCardNumberIsShown(@ForAll Random random) {
        String card = card(random);
        byte[] payload = payload(card, random);

        assertNoLeak(card, payload);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noCardNumberIsShownWhereAPayloadIsCut(@ForAll Random random) {
        String card = card(random);
        byte[] payload = payload(card, random);
        byte[] large = new byte[Feed.MAX_PAYLOAD_BYTES + 1 + random.nextInt(100)];
        Arrays.fill(large, (byte) ' ');
        int at = Math.max(0, ShownPayload.CUT - random.nextInt(payload.length + 1));
        System.arraycopy(payload, 0, large, at, payload.length);

        assertNoLeak(card, large);
    }

    private void assertNoLeak(String card, byte[] payload) {
        Decoded<Tap> decoded = decoder.decode(payload, UNKNOWN_TIME);
        ShownPayload shown = decoder.show(payload, decoded);
        String text = shown.encoding().equals("utf8")
                ? shown.text()
                : new String(Base64.getDecoder().decode(shown.text()), StandardCharsets.ISO_8859_1);

        assertThat(leaks(card, text)).as(text).isFalse();
        Rejection rejection = decoded.rejection();
        if (rejection != null) {
            assertThat(leaks(card, String.valueOf(rejection.detail()))).isFalse();
        }
    }

    private static boolean leaks(String card, String text) {
        String withoutTokens = text.replaceAll("hk[0-9]+:[0-9a-f]{32}", "");
        String digits =
                Normalizer.normalize(withoutTokens, Normalizer.Form.NFKC).replaceAll("[ .\\p{Pd}\\p{Cc}]", "");
        for (int i = 0; i + LEAK <= card.length(); i++) {
            if (digits.contains(card.substring(i, i + LEAK))) {
                return true;
            }
        }
        return false;
    }

    /** 16 to 19 digits of which no few in a row occur elsewhere in the records. */
    private static String card(Random random) {
        StringBuilder card = new StringBuilder("6258");
        int length = 16 + random.nextInt(4);
        while (card.length() < length) {
            card.append(random.nextBoolean() ? '6' : '8');
        }
        return card.toString();
    }

    private static byte[] payload(String card, Random random) {
        RandomTaps taps = new RandomTaps(random);
        String spelled = spelled(card, random.nextInt(8));
        String tap = random.nextBoolean() ? FullTap.TEXT : taps.next();
        String quoted = "\"" + spelled + "\"";
        String with =
                switch (random.nextInt(6)) {
                    case 0 -> tap.replaceFirst("\"hk[^\"]*\"", quoted);
                    case 1 -> tap.replaceFirst("\"tx[^\"]*\"", quoted);
                    case 2 -> tap.replaceFirst("\\{", "{\"card\":{\"number\":" + quoted + "},");
                    case 3 -> tap.replaceFirst("\"hk[^\"]*\"", "{\"card\":" + card + "}");
                    case 4 -> tap.replaceFirst("\"20..-[^\"]*\"", quoted);
                    default -> tap + " " + spelled;
                };
        byte[] bytes = random.nextInt(8) == 0
                ? with.getBytes(StandardCharsets.UTF_16LE)
                : with.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> broken(bytes, random);
            default -> bytes;
        };
    }

    /** One letter or sign changed that is no part of a card. */
    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        int at = random.nextInt(bytes.length);
        if (Character.isLetter(bytes[at]) || "\"{}[],:_".indexOf(bytes[at]) >= 0) {
            broken[at] = (byte) "\"{}[],:\\\u00ff".charAt(random.nextInt(9));
        }
        return broken;
    }

    private static String spelled(String card, int spelling) {
        return switch (spelling) {
            case 0 -> spaced(card, " ");
            case 1 -> spaced(card, "-");
            case 2 -> spaced(card, ".");
            case 3 -> card.replaceAll("(?<=.)(?=.)", " ");
            case 4 ->
                card.chars()
                        .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                        .collect(Collectors.joining());
            case 5 ->
                card.chars()
                        .mapToObj(digit -> "\\u00" + Integer.toHexString(digit))
                        .collect(Collectors.joining());
            case 6 -> spaced(card, "\u00a0");
            default -> card;
        };
    }

    private static String spaced(String card, String gap) {
        return card.replaceAll("(....)(?=.)", "$1" + gap);
    }
}

package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;

/** What is written can be read, passes its schema, and shows no card number. */
class AlertLawTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonSchema ALERTS = JsonSchema.of("alerts");
    private static final JsonSchema ACTIONS = JsonSchema.of("alert.actions");
    private static final JsonSchema REFERENCE = JsonSchema.of("reference");

    private final AlertActionDecoder actions = new AlertActionDecoder();

    @Provide
    Arbitrary<AlertTransition> alerts() {
        return Arbitraries.randomValue(random -> new RandomAlerts(random).next());
    }

    @Provide
    Arbitrary<Map<String, String>> files() {
        Arbitrary<String> texts =
                Arbitraries.of("", "id: a\r\n", "a,b\n1,\"x,\ty\"\n", "府河\u0000\\\"", "\uFEFFid: b", "🚇");
        return Arbitraries.maps(Arbitraries.of(ReferenceCodec.FILES), texts).map(files -> {
            Map<String, String> whole = new HashMap<>(files);
            whole.putIfAbsent("region.yaml", "id: chengdu\n");
            return whole;
        });
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void readsBackEveryTransition(@ForAll("alerts") AlertTransition alert) {
        assertThat(AlertCodec.decode(AlertCodec.encode(alert, SHANGHAI))).isEqualTo(Decoded.of(alert, alert.at()));
        assertThat(AlertCodec.decode(AlertCodec.encode(alert, ZoneOffset.UTC)).value())
                .isEqualTo(alert);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theSameTransitionGivesTheSameBytes(@ForAll("alerts") AlertTransition alert) {
        byte[] bytes = AlertCodec.encode(alert, SHANGHAI);

        assertThat(AlertCodec.encode(reread(bytes), SHANGHAI)).isEqualTo(bytes);
        assertThat(AlertCodec.encode(RandomAlerts.withValue(alert, longer(alert.value())), SHANGHAI))
                .isEqualTo(bytes);
        assertThat(bytes).doesNotContain((byte) '\n');
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void everyTransitionPassesTheSchema(@ForAll("alerts") AlertTransition alert) {
        byte[] bytes = AlertCodec.encode(alert, SHANGHAI);

        assertThat(ALERTS.faults(bytes)).as(text(bytes)).isEmpty();
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void soundActionsPassBoth(@ForAll Random random) {
        RandomAlerts alerts = new RandomAlerts(random);
        AlertAction action = alerts.action(alerts.hex());
        byte[] payload = payload(action, random.nextBoolean());

        assertThat(actions.decode(payload, UNKNOWN_TIME)).isEqualTo(Decoded.of(action, action.at()));
        assertThat(ACTIONS.faults(payload)).as(text(payload)).isEmpty();
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void noCardNumberComesOutOfAnAction(@ForAll Random random) {
        String card = card(random);
        byte[] payload = broken(withCard(card, random), random);

        Decoded<AlertAction> decoded = actions.decode(payload, UNKNOWN_TIME);

        assertThat(shown(actions.show(payload))).doesNotContain(card.substring(4, 12));
        assertThat(String.valueOf(decoded.rejection())).doesNotContain(card.substring(4, 12));
        AlertAction action = decoded.value();
        if (action != null) {
            assertThat(action.actor() + action.text()).doesNotContain(card.substring(4, 12));
        }
    }

    @Property(tries = 300)
    void readsBackEveryRegion(@ForAll("files") Map<String, String> files) {
        PublishedRegion region = new PublishedRegion("chengdu", files);
        byte[] bytes = ReferenceCodec.encode(region);

        assertThat(ReferenceCodec.decode(bytes)).isEqualTo(Decoded.of(region, UNKNOWN_TIME));
        assertThat(REFERENCE.faults(bytes)).isEmpty();
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void anyBytesAreReadOrRejected(@ForAll Random random) {
        byte[] payload = broken(AlertCodec.encode(new RandomAlerts(random).next(), SHANGHAI), random);

        oneOf(AlertCodec.decode(payload));
        oneOf(actions.decode(payload, UNKNOWN_TIME));
        oneOf(ReferenceCodec.decode(payload));
    }

    private static void oneOf(Decoded<?> decoded) {
        assertThat(decoded.value() == null).isNotEqualTo(decoded.rejection() == null);
    }

    private static AlertTransition reread(byte[] bytes) {
        return Objects.requireNonNull(AlertCodec.decode(bytes).value());
    }

    private static @Nullable BigDecimal longer(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(number.scale() + 3);
    }

    private static byte[] payload(AlertAction action, boolean withNulls) {
        return JsonWriter.object(json -> {
            json.writeStringField("text", action.text());
            json.writeStringField("at", JsonWriter.time(action.at(), SHANGHAI));
            if (withNulls) {
                json.writeNullField("received_timestamp");
            }
            json.writeStringField("actor", action.actor());
            json.writeStringField("action", action.action().wireName());
            json.writeStringField("alert_id", action.alertId());
            json.writeStringField("schema_version", "alert_action/1");
        });
    }

    private static String card(Random random) {
        StringBuilder card = new StringBuilder("6225");
        while (card.length() < 16) {
            card.append(random.nextBoolean() ? '7' : '9');
        }
        return card.toString();
    }

    private static byte[] withCard(String card, Random random) {
        AlertAction action = new RandomAlerts(random).action("0123456789abcdef0123456789abcdef");
        AlertAction with =
                switch (random.nextInt(4)) {
                    case 0 -> new AlertAction(card, action.action(), "a", 0, action.text());
                    case 1 -> new AlertAction(action.alertId(), action.action(), card, 0, action.text());
                    case 2 -> new AlertAction(action.alertId(), action.action(), "a", 0, "card " + card + " twice");
                    default -> new AlertAction(card + card, action.action(), "a", 0, card);
                };
        return payload(with, random.nextBoolean());
    }

    /** Sometimes cut, sometimes with one letter changed that is no digit. */
    private static byte[] broken(byte[] payload, Random random) {
        byte[] bytes = payload.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                if (bytes[at] < '0' || bytes[at] > '9') {
                    bytes[at] = (byte) "\"{}[],:\\x\u00ff".charAt(random.nextInt(10));
                }
                return bytes;
            }
            default -> {
                return bytes;
            }
        }
    }

    private static String shown(ShownPayload shown) {
        return shown.encoding().equals("utf8")
                ? shown.text()
                : new String(Base64.getDecoder().decode(shown.text()), StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

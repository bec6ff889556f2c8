package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Fills the placeholders of titles and texts: {@code {entity}}, {@code {severity}}, {@code {state}}, {@code {value}},
 * {@code {threshold}}, {@code {since}} (when it began), {@code {at}} and {@code {expected}} (the first point of the
 * evidence that is yet to come); times are the business zone's.
 */
public record TextRendering(BusinessTime time) {

    private static final Set<String> KNOWN =
            Set.of("entity", "severity", "state", "value", "threshold", "since", "at", "expected");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NONE = "-";

    /** The texts as people read them. A value that is missing is shown as a dash. */
    public AlertTexts render(AlertTexts texts, AlertEntity entity, IssuedChange issued) {
        AlertChange change = issued.change();
        Map<String, String> english = new LinkedHashMap<>();
        english.put("value", number(change.value()));
        english.put("threshold", number(change.threshold()));
        english.put("since", minute(issued.from()));
        english.put("at", minute(change.at()));
        english.put("expected", expected(change));
        Map<String, String> chinese = new LinkedHashMap<>(english);
        english.put("entity", entity.nameEn());
        english.put("severity", change.severity().nameEn());
        english.put("state", change.state().nameEn());
        chinese.put("entity", entity.nameZh());
        chinese.put("severity", change.severity().nameZh());
        chinese.put("state", change.state().nameZh());
        return new AlertTexts(
                fill(texts.titleZh(), chinese),
                fill(texts.titleEn(), english),
                fill(texts.textZh(), chinese),
                fill(texts.textEn(), english));
    }

    /** What is wrong with the placeholders of a text; null when nothing is. */
    static @Nullable String problem(String text) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        while (placeholders.find()) {
            if (!KNOWN.contains(placeholders.group(1))) {
                return "there is no placeholder {" + placeholders.group(1) + "}; known are " + new TreeSet<>(KNOWN);
            }
        }
        String rest = placeholders.replaceAll("");
        return rest.contains("{") || rest.contains("}") ? "a brace has no partner" : null;
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private static String number(@Nullable BigDecimal value) {
        if (value == null) {
            return NONE;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String expected(AlertChange change) {
        return change.evidence().stream()
                .map(Evidence::time)
                .filter(moment -> moment > change.at())
                .min(Comparator.naturalOrder())
                .map(this::minute)
                .orElse(NONE);
    }

    private String minute(long moment) {
        return MINUTE.format(Instant.ofEpochMilli(moment).atZone(time.zone()));
    }
}

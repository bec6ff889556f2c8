package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.time.BusinessTime;

/** Builds rules for tests: a threshold rule without problems, unless told otherwise. */
final class RuleDraft {

    static final BusinessTime CHENGDU = new BusinessTime(ZoneId.of("Asia/Shanghai"));

    /** Monday 2026-03-02, 08:00 in Chengdu. */
    static final long START = 1_772_409_600_000L;

    static final AlertEntity STATION =
            new AlertEntity(EntityKind.AIR_STATION, "1431A", "金泉两河", "Jinquan Lianghe", "510100");

    String id = "pm2_5-high";
    int version = 1;
    String family = "particles";
    RuleKind kind = RuleKind.THRESHOLD;
    RuleInput input = new RuleInput("air_station_1h", "pm2_5", Map.of());
    Direction direction = Direction.ABOVE;
    List<Rung> ladder = rungs("blue 60/50, yellow 70/60, orange 80/70");
    List<DurationTier> tiers = List.of();
    long forMillis;
    long clearForMillis;
    BigDecimal minCompleteness = BigDecimal.ONE;
    AlertSchedule schedule = AlertSchedule.ALWAYS;
    AlertTexts texts = new AlertTexts("{entity}PM2.5偏高", "PM2.5 high at {entity}", "现值{value}", "now {value}");
    Map<String, BigDecimal> settings = new TreeMap<>();
    Map<String, AlertGroup> groups = Map.of();
    List<String> covers = List.of();

    static RuleDraft threshold() {
        return new RuleDraft();
    }

    static RuleDraft of(RuleKind kind, String ladder) {
        RuleDraft draft = new RuleDraft();
        draft.kind = kind;
        return draft.ladder(ladder);
    }

    RuleDraft ladder(String spelled) {
        ladder = rungs(spelled);
        return this;
    }

    RuleDraft direction(Direction side) {
        direction = side;
        return this;
    }

    RuleDraft waits(int forHours, int clearForHours) {
        forMillis = forHours * BusinessTime.HOUR;
        clearForMillis = clearForHours * BusinessTime.HOUR;
        return this;
    }

    RuleDraft complete(String share) {
        minCompleteness = new BigDecimal(share);
        return this;
    }

    RuleDraft setting(String name, String value) {
        settings.put(name, new BigDecimal(value));
        return this;
    }

    /** Tiers such as {@code yellow >200 48}, {@code orange >115 72 >150 24}. */
    RuleDraft tiers(String... spelled) {
        kind = RuleKind.CONSECUTIVE_DURATION;
        ladder = List.of();
        List<DurationTier> parsed = new ArrayList<>();
        for (String tier : spelled) {
            String[] words = tier.split(" ", -1);
            List<DurationLimit> limits = new ArrayList<>();
            for (int i = 1; i < words.length; i += 2) {
                Direction side = words[i].startsWith("=") ? Direction.AT_LEAST : Direction.ABOVE;
                limits.add(
                        new DurationLimit(side, new BigDecimal(words[i].substring(1)), Integer.parseInt(words[i + 1])));
            }
            parsed.add(new DurationTier(severity(words[0]), limits));
        }
        tiers = parsed;
        return this;
    }

    AlertRule build() {
        return new AlertRule(
                id,
                version,
                family,
                kind,
                input,
                direction,
                ladder,
                tiers,
                forMillis,
                clearForMillis,
                minCompleteness,
                true,
                schedule,
                texts,
                settings,
                groups,
                covers);
    }

    AlertMachine machine(Long... rectified) {
        return new AlertMachine(build(), CHENGDU, List.of(rectified));
    }

    static long hour(int hours) {
        return START + hours * BusinessTime.HOUR;
    }

    /** Hourly samples: {@code 61}, {@code x} for a missing one, {@code m61} for one under maintenance. */
    static List<Sample> samples(String spelled) {
        return readings(spelled).stream()
                .map(reading -> Sample.of(reading, reading.value(), List.of(reading.evidence("1431A"))))
                .toList();
    }

    /** Hourly readings, spelled like {@link #samples}. */
    static List<Reading> readings(String spelled) {
        List<Reading> readings = new ArrayList<>();
        for (String word : spelled.trim().split(" +", -1)) {
            boolean muted = word.startsWith("m");
            String number = muted ? word.substring(1) : word;
            readings.add(new Reading(hour(readings.size()), number.equals("x") ? null : new BigDecimal(number), muted));
        }
        return readings;
    }

    static Severity severity(String name) {
        return Severity.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<Rung> rungs(String spelled) {
        return Arrays.stream(spelled.split(", *", -1))
                .filter(rung -> !rung.isBlank())
                .map(rung -> {
                    String[] words = rung.split("[ /]", -1);
                    return new Rung(severity(words[0]), new BigDecimal(words[1]), new BigDecimal(words[2]));
                })
                .toList();
    }
}

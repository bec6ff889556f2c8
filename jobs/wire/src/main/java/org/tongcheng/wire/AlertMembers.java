package org.tongcheng.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.alert.RuleInput;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.feed.RejectionReason;

/** Reads the members of an alert's transition, in the order in which they are written. */
final class AlertMembers {

    static final Pattern ALERT_ID = Pattern.compile("[0-9a-f]{32}");

    private static final Pattern RULE_ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** The other states are a rule's, before there is an alert. */
    private static final Choice<AlertState> STATES = new Choice<>(Arrays.stream(AlertState.values())
            .filter(state -> state != AlertState.OK && state != AlertState.PENDING)
            .toList());

    private static final Choice<Severity> SEVERITIES = Choice.ofAll(Severity.class);
    private static final Choice<EntityKind> KINDS = Choice.ofAll(EntityKind.class);
    private static final Choice<EndReason> END_REASONS = Choice.ofAll(EndReason.class);
    private static final Choice<HandlingStatus> STATUSES = Choice.ofAll(HandlingStatus.class);
    private static final Choice<ActionKind> ACTIONS = Choice.ofAll(ActionKind.class);

    private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(Long.MAX_VALUE);

    private AlertMembers() {}

    static AlertTransition transition(Members members) throws RejectedException {
        String alertId = identifier(members, "alert_id", ALERT_ID);
        String ruleId = identifier(members, "rule_id", RULE_ID);
        int ruleVersion = count(members, "rule_version", 1);
        String family = family(members, ruleId);
        String joint = orEmpty(members, "joint");
        String measurement = measurement(members);
        AlertState state = STATES.read(members, "state");
        Severity severity = SEVERITIES.read(members, "severity");
        AlertEntity entity = entity(members.object("entity"));
        long onset = members.moment("onset");
        return new AlertTransition(
                alertId,
                ruleId,
                ruleVersion,
                family,
                joint,
                measurement,
                state,
                severity,
                entity,
                onset,
                members.optionalMoment("corrected_onset"),
                members.moment("at"),
                count(members, "sequence", 0),
                number(members, "value"),
                number(members, "threshold"),
                texts(members),
                evidence(members.objects("evidence")),
                count(members, "flaps", 0),
                endReason(members, state),
                handling(members.optionalObject("handling"), alertId, onset));
    }

    /** A rule that shares its family with no other does not name it. */
    private static String family(Members members, String ruleId) throws RejectedException {
        String family = members.optionalText("family", 0, Members.UNLIMITED);
        return family == null ? ruleId : shaped(members, "family", family, RULE_ID);
    }

    /** A required text of a given shape. */
    static String identifier(Members members, String name, Pattern shape) throws RejectedException {
        return shaped(members, name, members.text(name, 0, Members.UNLIMITED), shape);
    }

    private static String shaped(Members members, String name, String text, Pattern shape) throws RejectedException {
        if (!shape.matcher(text).matches()) {
            throw members.reject(
                    RejectionReason.BAD_FORMAT,
                    name,
                    RejectedException.quote(text) + " does not have the form " + shape.pattern());
        }
        return text;
    }

    private static String measurement(Members members) throws RejectedException {
        String name = members.text("measurement", 0, Members.UNLIMITED);
        if (!RuleInput.measurements().contains(name)) {
            throw members.reject(
                    RejectionReason.UNKNOWN_VALUE,
                    "measurement",
                    RejectedException.quote(name) + " is nothing that a rule looks at");
        }
        return name;
    }

    private static AlertEntity entity(Members members) throws RejectedException {
        EntityKind kind = KINDS.read(members, "kind");
        String id = members.text("id", 1, Members.UNLIMITED);
        if (kind == EntityKind.TOKEN && !isToken(id)) {
            throw members.reject(
                    RejectionReason.RAW_CARD_NUMBER, "id", "a card is known by its token, and this is none");
        }
        String nameZh = orEmpty(members, "name_zh");
        String nameEn = orEmpty(members, "name_en");
        String city = members.optionalCityCode("city_code");
        return new AlertEntity(kind, id, nameZh, nameEn, city == null ? "" : city);
    }

    private static boolean isToken(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return new CardToken().read(bytes, 0, bytes.length);
    }

    private static AlertTexts texts(Members members) throws RejectedException {
        return new AlertTexts(
                members.text("title_zh", 1, Members.UNLIMITED),
                members.text("title_en", 1, Members.UNLIMITED),
                members.text("text_zh", 1, Members.UNLIMITED),
                members.text("text_en", 1, Members.UNLIMITED));
    }

    private static List<Evidence> evidence(List<Members> points) throws RejectedException {
        List<Evidence> evidence = new ArrayList<>(points.size());
        for (Members point : points) {
            evidence.add(new Evidence(
                    point.text("entity_id", 1, Members.UNLIMITED), point.moment("time"), number(point, "value")));
        }
        return List.copyOf(evidence);
    }

    /** An alert that ended says why, one that goes on does not. */
    private static @Nullable EndReason endReason(Members members, AlertState state) throws RejectedException {
        if (!state.open()) {
            return END_REASONS.read(members, "end_reason");
        }
        if (END_REASONS.readOptional(members, "end_reason") != null) {
            throw members.reject(
                    RejectionReason.UNKNOWN_VALUE, "end_reason", "an alert that is " + state.wireName() + " goes on");
        }
        return null;
    }

    private static @Nullable AlertHandling handling(@Nullable Members members, String alertId, long onset)
            throws RejectedException {
        if (members == null) {
            return null;
        }
        return new AlertHandling(
                onset,
                STATUSES.read(members, "status"),
                members.optionalText("assignee", 1, Members.UNLIMITED),
                members.optionalMoment("rectified_at"),
                count(members, "comments", 0),
                last(members.optionalObject("last"), alertId));
    }

    private static @Nullable AlertAction last(@Nullable Members members, String alertId) throws RejectedException {
        return members == null
                ? null
                : new AlertAction(
                        alertId,
                        ACTIONS.read(members, "action"),
                        members.text("actor", 1, Members.UNLIMITED),
                        members.moment("at"),
                        orEmpty(members, "text"));
    }

    private static String orEmpty(Members members, String name) throws RejectedException {
        String text = members.optionalText(name, 0, Members.UNLIMITED);
        return text == null ? "" : text;
    }

    private static int count(Members members, String name, int smallest) throws RejectedException {
        members.optionalInteger(name);
        BigDecimal least = BigDecimal.valueOf(smallest);
        return members.require(name, members.optionalDecimal(name, least, LARGEST_COUNT))
                .intValueExact();
    }

    private static @Nullable BigDecimal number(Members members, String name) throws RejectedException {
        return members.optionalDecimal(name, LARGEST_NUMBER.negate(), LARGEST_NUMBER);
    }
}

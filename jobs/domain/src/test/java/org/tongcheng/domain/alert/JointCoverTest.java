package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JointCoverTest {

    private static final AlertEntity UPPER = section("upper");

    private final AlertRule rivers = joint("rivers", List.of("phosphorus", "class"));
    private final AlertRule phosphorus = single("tp", "phosphorus");

    @Test
    void namesTheGroupOfTheFamily() {
        JointCover cover = JointCover.of(List.of(phosphorus, rivers));

        assertThat(cover.of(phosphorus, UPPER)).isEqualTo("rivers/tuo");
        assertThat(cover.of(phosphorus, section("hill"))).isEqualTo("rivers/min");
        assertThat(cover.of(phosphorus, section("elsewhere"))).isEmpty();
        assertThat(cover.of(single("stuck", "stuck"), UPPER)).isEmpty();
        assertThat(cover.of(rivers, new AlertEntity(EntityKind.GROUP, "tuo", "沱江", "Tuo", "")))
                .isEqualTo("rivers/tuo");
    }

    @Test
    void objectsToASecondJointAlertForTheSamePlaceAndFamily() {
        JointCover cover = JointCover.of(List.of(rivers));

        assertThat(cover.add(rivers)).isEmpty();
        assertThat(cover.add(joint("more", List.of("stuck")))).isEmpty();
        assertThat(cover.add(joint("other", List.of("class"))))
                .extracting(RuleProblem::toString)
                .containsExactlyInAnyOrder(
                        "groups.tuo.members.upper: is in rivers/tuo already, which covers class too",
                        "groups.tuo.members.lower: is in rivers/tuo already, which covers class too",
                        "groups.min.members.hill: is in rivers/min already, which covers class too");
        assertThat(cover.of(single("class", "class"), UPPER)).isEqualTo("rivers/tuo");
    }

    @Test
    void objectsToAMemberOfTwoGroups() {
        RuleDraft draft = draft("rivers", "rivers", RuleKind.JOINT);
        draft.covers = List.of("class");
        draft.groups = Map.of("tuo", group("upper"), "all", group("upper"));

        assertThat(new JointCover().add(draft.build())).hasSize(1);
        draft.covers = List.of();
        assertThat(new JointCover().add(draft.build())).isEmpty();
    }

    private static AlertRule joint(String id, List<String> covers) {
        RuleDraft draft = draft(id, id, RuleKind.JOINT);
        draft.covers = covers;
        draft.groups = Map.of("tuo", group("upper", "lower"), "min", group("hill"));
        return draft.build();
    }

    private static AlertRule single(String id, String family) {
        return draft(id, family, RuleKind.THRESHOLD).build();
    }

    private static RuleDraft draft(String id, String family, RuleKind kind) {
        RuleDraft draft = RuleDraft.of(kind, "blue 1/1");
        draft.id = id;
        draft.family = family;
        return draft;
    }

    private static AlertGroup group(String... members) {
        return new AlertGroup("组", "Group", List.of(members));
    }

    private static AlertEntity section(String id) {
        return new AlertEntity(EntityKind.WATER_SECTION, id, id, id, "510100");
    }
}

package org.tongcheng.alerts.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.TextRendering;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.Stop;

/** What a bundle says about cards: where its stops are, and the rules. */
final class CardRules {

    private final Region region;
    private final BusinessTime time;
    private final List<AlertRule> rules;

    /** @throws org.tongcheng.reference.RegistryException when the region cannot be read */
    CardRules(RegionBundle bundle) {
        region = bundle.region();
        time = new BusinessTime(region.zone());
        rules = bundle.rules(region).valid().stream()
                .filter(rule -> rule.enabled() && rule.kind() == RuleKind.CARD_IN_TWO_PLACES)
                .toList();
    }

    /** Those that are enabled. */
    List<AlertRule> rules() {
        return rules;
    }

    boolean has(AlertRule rule) {
        return rules.contains(rule);
    }

    BusinessTime time() {
        return time;
    }

    TextRendering rendering() {
        return new TextRendering(time);
    }

    /** Null for stops that are not registered, or of which nobody says where they are. */
    @Nullable
    CardPlace place(SeenCard seen) {
        Stop stop = region.stop(seen.stopId(), time.dayOf(seen.time()));
        Double longitude = stop == null ? null : stop.longitude();
        Double latitude = stop == null ? null : stop.latitude();
        return longitude == null || latitude == null
                ? null
                : new CardPlace(seen.stopId(), seen.time(), longitude, latitude);
    }
}

package org.tongcheng.alerts.operator;

import java.util.List;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.util.Collector;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertMachine;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.alert.IssuedChange;

/**
 * What one call of an operator works with.
 *
 * @param rules in force
 * @param marks of rectified alerts
 * @param watermark epoch milliseconds
 */
record Turn(
        RegionRules rules,
        ReadOnlyBroadcastState<String, long[]> marks,
        long watermark,
        Collector<AlertTransition> out) {

    AlertMachine machine(AlertRule rule, AlertEntity entity, List<IssuedAlert> issued) throws Exception {
        return new AlertMachine(rule, rules.time(), ControlState.marksOf(marks, rule, entity, issued));
    }

    void issue(AlertRule rule, AlertEntity entity, List<IssuedChange> changes) {
        String joint = rules.cover().of(rule, entity);
        for (IssuedChange change : changes) {
            out.collect(AlertTransition.of(rule, entity, joint, change, rules.rendering()));
        }
    }
}

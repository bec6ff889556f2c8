package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.Map;

/**
 * What a rule looks at.
 *
 * @param measurement a result's, as in contracts; {@code transit.taps} for rules on cards
 * @param field one with a number; empty where the kind of rule needs none
 * @param filter tag to the value that a point must have; empty for all points
 */
public record RuleInput(String measurement, String field, Map<String, String> filter) implements Serializable {}

package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.List;

/**
 * One way into a severity: all its limits are kept beyond at the same time. Several tiers of one severity are
 * alternatives.
 */
public record DurationTier(Severity severity, List<DurationLimit> limits) implements Serializable {}

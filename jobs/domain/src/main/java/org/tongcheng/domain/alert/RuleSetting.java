package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a kind of rule asks for.
 *
 * @param whole whether it must be a whole number of at least 1; else any number
 * @param fallback what stands when the rule does not tell; null when it must
 */
public record RuleSetting(
        String name, boolean whole, @Nullable BigDecimal fallback) {}

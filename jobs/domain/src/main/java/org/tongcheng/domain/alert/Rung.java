package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The thresholds of one severity. A value beyond {@code raise} enters it; it is left by a value that is not beyond
 * {@code clear}.
 */
public record Rung(Severity severity, BigDecimal raise, BigDecimal clear) implements Serializable {}

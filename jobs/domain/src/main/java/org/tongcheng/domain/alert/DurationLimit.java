package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Values beyond a limit for a number of hours in a row, the present one included.
 *
 * @param hours at least 1; of hourly values 1 means the present one alone
 */
public record DurationLimit(Direction direction, BigDecimal limit, int hours) implements Serializable {}

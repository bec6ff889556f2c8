package org.tongcheng.reference;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is registered for a time: from the first to the last valid day, both included; null means unbounded. */
public interface Dated extends Serializable {

    @Nullable
    LocalDate validFrom();

    @Nullable
    LocalDate validTo();

    /** Whether it is registered on the business day. */
    default boolean validOn(LocalDate day) {
        LocalDate from = validFrom();
        LocalDate to = validTo();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}

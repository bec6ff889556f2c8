package org.tongcheng.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/** Rows by id and time. An id has one row or a short chain of them, so a look-up is one hash and allocates nothing. */
final class Register<T extends Dated> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, Term<T>> terms;

    Register(List<T> rows, Function<T, String> idOf, BusinessTime time) {
        terms = new HashMap<>();
        for (T row : rows) {
            LocalDate from = row.validFrom();
            LocalDate to = row.validTo();
            String id = idOf.apply(row);
            terms.put(
                    id,
                    new Term<>(
                            row,
                            from == null ? Long.MIN_VALUE : time.startOf(from),
                            to == null ? Long.MAX_VALUE : time.startOf(to.plusDays(1)) - 1,
                            terms.get(id)));
        }
    }

    /** The row valid at a time in epoch milliseconds. */
    @Nullable
    T at(String id, long time) {
        Term<T> term = terms.get(id);
        while (term != null && (time < term.first || time > term.last)) {
            term = term.next;
        }
        return term == null ? null : term.row;
    }

    /** The row valid on a business day. */
    @Nullable
    T on(String id, LocalDate day) {
        Term<T> term = terms.get(id);
        while (term != null && !term.row.validOn(day)) {
            term = term.next;
        }
        return term == null ? null : term.row;
    }

    private record Term<T extends Dated>(
            T row, long first, long last, @Nullable Term<T> next) implements Serializable {}
}

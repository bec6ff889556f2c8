package org.tongcheng.domain.feed;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was rejected.
 *
 * @param field the field at fault, absent when it is the record as a whole
 * @param detail one sentence for the person who must fix it; never holds a token or card number
 */
public record Rejection(
        RejectionReason reason,
        @Nullable String field,
        @Nullable String detail) {}

package org.tongcheng.plumbing.influx;

/** What to do after a write, by InfluxDB's answer. */
enum FailurePolicy {
    DONE,
    /** The store or the way to it is unwell: the same again, later. */
    RETRY,
    /** A point is at fault: halve until it stands alone, then refuse it. */
    SPLIT,
    /** A setting is at fault: nothing helps but a person. */
    FAIL;

    /** No answer came. */
    static final int NO_ANSWER = 0;

    static FailurePolicy of(int status) {
        if (status >= 200 && status < 300) {
            return DONE;
        }
        return switch (status) {
            case 400, 413, 422 -> SPLIT;
            case 401, 403, 404 -> FAIL;
            default -> status == NO_ANSWER || status == 408 || status == 429 || status >= 500 ? RETRY : SPLIT;
        };
    }
}

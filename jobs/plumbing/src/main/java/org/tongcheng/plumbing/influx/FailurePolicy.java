package org.tongcheng.plumbing.influx;

/** The failure table: what to do after a write, by InfluxDB's answer. */
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
        if (status == NO_ANSWER || status >= 500) {
            return RETRY;
        }
        return switch (status) {
            case 408, 429 -> RETRY;
            case 400, 413, 422 -> SPLIT;
            default -> FAIL; // 401, 403, 404; a redirect; whatever answers there, it is no InfluxDB that we know
        };
    }
}

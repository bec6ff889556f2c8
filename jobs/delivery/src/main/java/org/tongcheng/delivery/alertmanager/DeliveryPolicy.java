package org.tongcheng.delivery.alertmanager;

/** The failure table: what to do after a post, by Alertmanager's answer. */
public enum DeliveryPolicy {
    DONE,
    /** Alertmanager or the way to it is unwell: the same again, later. */
    RETRY,
    /** The alert is at fault: refuse it, with the reason, and go on with the others. */
    REFUSE,
    /** A setting is at fault: nothing helps but a person. */
    FAIL;

    /** No answer came. */
    public static final int NO_ANSWER = 0;

    public static DeliveryPolicy of(int status) {
        if (status >= 200 && status < 300) {
            return DONE;
        }
        if (status == NO_ANSWER || status >= 500) {
            return RETRY;
        }
        return switch (status) {
            case 408, 429 -> RETRY;
            case 400, 413, 422 -> REFUSE;
            default -> FAIL; // 401, 403, 404; a redirect; whatever answers there, it is no Alertmanager that we know
        };
    }
}

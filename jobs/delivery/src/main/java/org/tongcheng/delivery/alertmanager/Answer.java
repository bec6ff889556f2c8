package org.tongcheng.delivery.alertmanager;

/**
 * Alertmanager's answer.
 *
 * @param status HTTP's, {@link DeliveryPolicy#NO_ANSWER} when none came
 * @param message what it said, cut where long
 * @param retryAfter seconds, negative when it does not say
 */
public record Answer(int status, String message, long retryAfter) {

    static final long DOES_NOT_SAY = -1;

    static Answer none(String why) {
        return new Answer(DeliveryPolicy.NO_ANSWER, why, DOES_NOT_SAY);
    }

    public DeliveryPolicy policy() {
        return DeliveryPolicy.of(status);
    }
}

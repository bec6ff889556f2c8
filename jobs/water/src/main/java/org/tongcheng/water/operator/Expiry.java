package org.tongcheng.water.operator;

import java.time.Duration;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.job.Retention;

/** When state about a slot dies: a day after the gate lets nothing of it through. */
final class Expiry {

    static final Retention OF_SLOTS = Retention.of(Feed.WATER_OBSERVATIONS, Duration.ofDays(1));

    private Expiry() {}
}

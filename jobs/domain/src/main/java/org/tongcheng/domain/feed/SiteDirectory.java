package org.tongcheng.domain.feed;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What decoding asks the registry: who is known at a time. Implementations travel with the job. */
public interface SiteDirectory extends Serializable {

    /** City of a stop registered on the business day of {@code eventTime}; null when it is not. */
    @Nullable
    String cityOfStop(String stopId, long eventTime);

    /** Whether the air station is registered for the hour that ends at {@code observedAt}. */
    boolean knowsAirStation(String stationId, long observedAt);

    /** Whether the water section is registered at {@code observedAt}. */
    boolean knowsWaterSection(String sectionId, long observedAt);
}

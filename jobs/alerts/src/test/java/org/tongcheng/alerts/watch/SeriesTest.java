package org.tongcheng.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

final class SeriesTest {

    @Property(tries = 200)
    void readsWhatAResultCallsItsSeries(@ForAll String city, @ForAll String station) {
        Result point = Measurement.AIR_STATION_1H
                .at(0)
                .tag("city_code", city)
                .tag("station_id", station)
                .build(0);
        assertThat(Series.parse(point.series())).isEqualTo(Series.of(point));
    }
}

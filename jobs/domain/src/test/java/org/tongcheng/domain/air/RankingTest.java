package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void letsEqualsShareAPlace() {
        assertThat(Ranking.of(Map.of(
                        "510100", new BigDecimal("4.20"),
                        "510600", new BigDecimal("3.9"),
                        "511400", new BigDecimal("4.2"),
                        "512000", new BigDecimal("5"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of("510600", 1, "510100", 2, "511400", 2, "512000", 4));
    }

    @Property
    void placesEachCityAfterAllThatAreBetter(
            @ForAll @Size(max = 9) Map<String, @BigRange(min = "0", max = "3") @Scale(1) BigDecimal> composites) {
        Map<String, Integer> places = Ranking.of(composites);

        composites.forEach((city, own) -> assertThat(places.getOrDefault(city, 0) - 1L)
                .isEqualTo(composites.values().stream()
                        .filter(other -> other.compareTo(own) < 0)
                        .count()));
    }
}

package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluxQueryTest {

    @Test
    void readsSeriesWithTheirOwnHeadersAndTags() {
        String csv = """
                name,tags,time,a
                m,"city=x\\ y,river=Tuo",0,1
                m,"city=z,river=",0,

                name,tags,time,b
                n,,0,"say ""so"", twice"
                """;

        assertThat(InfluxQuery.parse(csv))
                .containsExactly(
                        Map.of("name", "m", "time", "0", "a", "1", "city", "x y", "river", "Tuo"),
                        Map.of("name", "m", "time", "0", "a", "", "city", "z", "river", ""),
                        Map.of("name", "n", "time", "0", "b", "say \"so\", twice"));
    }

    @Test
    void readsNoRowsFromNothing() {
        assertThat(InfluxQuery.parse("")).isEmpty();
    }
}

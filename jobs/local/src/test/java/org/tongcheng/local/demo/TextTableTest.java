package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNamesLeftAndNumbersRight() {
        TextTable table = new TextTable("City", "Taps");
        table.row(List.of("Chengdu", "5"));
        table.row(List.of("Ziyang", "12,345"));

        assertThat(table).hasToString("""
                City       Taps
                Chengdu       5
                Ziyang   12,345
                """);
    }
}

package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNamesLeftAndNumbersRight() {
        TextTable table = TextTable.ofNumbers("City", "Taps");
        table.row(List.of("Chengdu", "5"));
        table.row(List.of("Ziyang", "12,345"));

        assertThat(table).hasToString("""
                City       Taps
                Chengdu       5
                Ziyang   12,345
                """);
    }

    @Test
    void alignsTextsLeft() {
        TextTable table = TextTable.ofTexts("Raised", "State", "Where");
        table.row(List.of("03-05 10:00", "resolved", "人民公园"));
        table.row(List.of("", "firing", "Deyang"));

        assertThat(table).hasToString("""
                Raised       State     Where
                03-05 10:00  resolved  人民公园
                             firing    Deyang
                """);
    }
}

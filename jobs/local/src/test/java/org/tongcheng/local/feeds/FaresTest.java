package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FaresTest {

    @Property
    void metroFaresRiseWithTheWayFromTwoToFifteenYuan(
            @ForAll @DoubleRange(max = 200) double near, @ForAll @DoubleRange(max = 100) double further) {
        assertThat(Fares.metro(near)).isBetween(200, 1500).isLessThanOrEqualTo(Fares.metro(near + further));
    }

    @Test
    void cardsCodesStudentsAndSeniorsPayLess() {
        assertThat(Fares.paid(700, card(Card.Category.ADULT, false))).isEqualTo(630);
        assertThat(Fares.paid(700, card(Card.Category.ADULT, true))).isEqualTo(665);
        assertThat(Fares.paid(700, card(Card.Category.STUDENT, false))).isEqualTo(315);
        assertThat(Fares.paid(700, card(Card.Category.SENIOR, false))).isZero();
    }

    @Test
    void aTransferTakesOneYuanOffAndNeverMore() {
        assertThat(Fares.paidOnTransfer(200, card(Card.Category.ADULT, false))).isEqualTo(80);
        assertThat(Fares.paidOnTransfer(200, card(Card.Category.STUDENT, false)))
                .isZero();
    }

    private static Card card(Card.Category category, boolean optical) {
        return new Card(category, optical, "510100", null);
    }
}

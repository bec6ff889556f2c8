package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;

class OperatorUnderTestTest {

    @Test
    void keepsAllThatTheOperatorGave() throws Exception {
        try (var operator = open(null)) {
            operator.feed("a");
            operator.feed("b");
            List<Result> before = operator.issued();
            operator.feed("a");
            operator.processingTime(1);

            assertThat(operator.issued()).extracting(Result::revision).containsExactly(0, 0, 1);
            assertThat(operator.issuedSince(before)).containsExactly(operator.last());
            assertThat(operator.last("air_city_1h")).isEqualTo(operator.last());
            assertThat(operator.issued("air_city_1d")).isEmpty();
            assertThat(operator.onTheSide(Counting.NAMES)).containsExactly("a", "b", "a");
        }
    }

    @Test
    void goesOnFromItsState() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed("a");
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            assertThat(operator.issued()).isEmpty();
            operator.feed("a");
            assertThat(operator.last().field("aqi")).isEqualTo("2");
            assertThat(operator.remembered()).isEqualTo(2);

            operator.watermark(Long.MAX_VALUE);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void refusesAnUidThatTheJobDoesNotHave() {
        assertThatThrownBy(() -> new OperatorUnderTest(Counting.graph(), "sum", null))
                .hasMessage("no operator has the uid sum");
    }

    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(Counting.graph(), Counting.COUNT, state);
    }
}

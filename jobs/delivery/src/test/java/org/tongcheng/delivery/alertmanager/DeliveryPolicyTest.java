package org.tongcheng.delivery.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "200, DONE",
        "202, DONE",
        "204, DONE",
        "0, RETRY",
        "408, RETRY",
        "429, RETRY",
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "504, RETRY",
        "400, REFUSE",
        "413, REFUSE",
        "422, REFUSE",
        "401, FAIL",
        "403, FAIL",
        "404, FAIL",
        "405, FAIL",
        "301, FAIL",
        "302, FAIL",
        "307, FAIL"
    })
    void isTheFailureTable(int status, DeliveryPolicy policy) {
        assertThat(DeliveryPolicy.of(status)).isEqualTo(policy);
    }

    @Property
    void onlySuccessIsDoneAndEveryFaultOfTheServerPasses(@ForAll @IntRange(max = 599) int status) {
        DeliveryPolicy policy = DeliveryPolicy.of(status);

        assertThat(policy == DeliveryPolicy.DONE).isEqualTo(status >= 200 && status < 300);
        if (status >= 500) {
            assertThat(policy).isEqualTo(DeliveryPolicy.RETRY);
        }
    }
}

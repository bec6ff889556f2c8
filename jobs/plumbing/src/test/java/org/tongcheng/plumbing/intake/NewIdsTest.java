package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewIdsTest {

    @Test
    void newIdsAreHandedOnByBucketAndHour() throws Exception {
        NewIds ids = new NewIds(4);
        List<String> heard = new ArrayList<>();
        ids.add(3, 7, 61);
        ids.add(1, 8, 60);
        ids.add(3, 9, 119);
        ids.add(3, 10, 120);
        assertThat(ids.size()).isEqualTo(4);
        ids.drain((bucket, hour, chunk) -> heard.add(bucket + " " + hour + " " + chunk.length));
        assertThat(heard).containsExactlyInAnyOrder("3 1 18", "1 1 9", "3 2 9");
        assertThat(ids.size()).isZero();
    }
}

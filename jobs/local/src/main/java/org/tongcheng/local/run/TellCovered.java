package org.tongcheng.local.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;

/** Not keyed, no state. Leaves out what a replay's range has nothing of, and marks what it has a part of. */
final class TellCovered implements FlatMapFunction<Result, Result> {

    private static final long serialVersionUID = 1L;

    private final Coverage coverage;

    TellCovered(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void flatMap(Result point, Collector<Result> out) {
        switch (coverage.of(point)) {
            case COMPLETE -> out.collect(point);
            case PARTIAL -> out.collect(marked(point));
            case OUTSIDE -> {}
        }
    }

    private static Result marked(Result point) {
        List<Field> fields = new ArrayList<>(point.fields());
        fields.add(Field.PARTIAL);
        return new Result(point.measurement(), point.tags(), point.time(), point.revision(), fields);
    }
}

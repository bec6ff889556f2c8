package org.tongcheng.region.operator;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.region.RegionInput;
import org.tongcheng.domain.result.Result;

/** Not keyed, no state. Lets through what tells of the region, without the fields that nobody needs there. */
public final class SelectInputs implements FlatMapFunction<Result, Result> {

    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Result result, Collector<Result> out) {
        RegionInput input = RegionInput.of(result);
        if (input != null) {
            out.collect(input.trim(result));
        }
    }
}

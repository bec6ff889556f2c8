package org.tongcheng.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongcheng.domain.result.Result;

/** Results as lines to compare: {@code air_city_1h,city_code=510100 2026-03-05T10:00 r0 53}. */
public final class ResultLines {

    private ResultLines() {}

    /** One line for each result: series, local time, revision, and the values of those of the fields that it has. */
    public static List<String> of(List<Result> results, String... fields) {
        List<String> lines = new ArrayList<>();
        for (Result result : results) {
            StringBuilder line = new StringBuilder(result.series())
                    .append(' ')
                    .append(ShanghaiTime.local(result.time()))
                    .append(" r")
                    .append(result.revision());
            Stream.of(fields).map(result::field).filter(Objects::nonNull).forEach(value -> line.append(' ')
                    .append(value));
            lines.add(line.toString());
        }
        return lines;
    }
}

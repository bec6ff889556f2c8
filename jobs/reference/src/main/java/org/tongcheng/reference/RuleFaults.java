package org.tongcheng.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.alert.RuleProblem;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong with one rule, and where each of its fields stands. Fields are told as paths: {@code ladder.blue.raise}. */
final class RuleFaults {

    private final Mark start;
    private final Map<String, Mark> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param start of the rule: the place of what is not there */
    RuleFaults(Mark start) {
        this.start = start;
    }

    private record Fault(String path, Mark mark, String reason) {}

    boolean none() {
        return faults.isEmpty();
    }

    void place(String path, Mark mark) {
        places.putIfAbsent(path, mark);
    }

    void report(String path, String reason) {
        report(path, placeOf(path), reason);
    }

    void report(String path, Mark mark, String reason) {
        faults.add(new Fault(path, mark, reason));
    }

    /**
     * Adds what a check of the rule as a whole found, except what may only follow from a part that could not be read and
     * is reported already.
     */
    void add(List<RuleProblem> problems) {
        List<String> unreadable = faults.stream().map(Fault::path).toList();
        for (RuleProblem problem : problems) {
            if (unreadable.stream().noneMatch(path -> within(path, problem.field()) || within(problem.field(), path))) {
                report(problem.field(), problem.reason());
            }
        }
    }

    /** All of them, in the order of their places. */
    List<RuleRefusal> refusals(String file, String ruleId) {
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> fault.mark().getIndex()))
                .map(fault -> new RuleRefusal(
                        file,
                        fault.mark().getLine() + 1,
                        fault.mark().getColumn() + 1,
                        RegistryException.oneLine(ruleId),
                        RegistryException.oneLine(fault.path()),
                        RegistryException.oneLine(fault.reason())))
                .toList();
    }

    /** Its own place, else that of the nearest field around it that has one. */
    private Mark placeOf(String path) {
        String part = path;
        while (!places.containsKey(part) && part.contains(".")) {
            part = part.substring(0, part.lastIndexOf('.'));
        }
        return places.getOrDefault(part, start);
    }

    private static boolean within(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + ".");
    }
}

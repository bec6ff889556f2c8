package org.tongcheng.local.grafana;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query in InfluxQL is about. Names stand in quotes; what stands without is the language's.
 *
 * @param measurements that it reads
 * @param columns tags and fields that it reads
 * @param variables of the dashboard that it uses
 * @param others words outside of quotes that are neither the language's nor Grafana's
 */
record QueryText(Set<String> measurements, Set<String> columns, Set<String> variables, Set<String> others) {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern MEASUREMENT = Pattern.compile("FROM \"([^\"]+)\"");
    private static final Pattern RENAMED = Pattern.compile("AS \"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("WITH KEY = \"([^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$([a-z]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern MACRO =
            Pattern.compile("\\$timeFilter|\\$__interval|\\$\\{__(from|to)}ms|/\\^\\$[a-z]+\\$/|\\b[0-9.]+[a-z]*\\b");

    private static final Set<String> LANGUAGE = Set.copyOf(List.of(
            "SELECT FROM WHERE AND GROUP BY ORDER DESC LIMIT AS SHOW TAG VALUES WITH KEY time fill none previous tz"
                    .concat(" true false sum mean last max min count top")
                    .split(" ", -1)));

    static QueryText of(String query) {
        String plain = TEXT.matcher(query).replaceAll("''");
        Set<String> measurements = all(MEASUREMENT, plain);
        Set<String> renamed = all(RENAMED, plain);
        Set<String> columns = all(NAME, plain);
        columns.removeAll(measurements);
        columns.removeAll(renamed);
        // What is renamed to its own name is read all the same.
        columns.addAll(all(Pattern.compile("\\(\"([^\"]+)\"\\) AS \"\\1\""), plain));
        columns.addAll(all(KEY, plain));
        String bare = MACRO.matcher(NAME.matcher(plain).replaceAll("")).replaceAll("");
        Set<String> others = new TreeSet<>();
        Matcher word = WORD.matcher(bare);
        while (word.find()) {
            if (!LANGUAGE.contains(word.group())) {
                others.add(word.group());
            }
        }
        Set<String> variables = all(VARIABLE, plain.replace("$timeFilter", ""));
        return new QueryText(measurements, columns, variables, others);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}

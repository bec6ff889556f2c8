package org.tongcheng.local.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in SQL, told apart into what is code and what is quoted or a comment. */
public final class SqlText {

    /** Quotes, comments and words as they begin; a quote or comment that never ends reaches to the end. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<quoted>[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+(?:'|\\z)|'[^']*+(?:''[^']*+)*+(?:'|\\z)"
                    + "|\"[^\"]*+(?:\"\"[^\"]*+)*+(?:\"|\\z)|\\$(?<tag>\\w*)\\$.*?(?:\\$\\k<tag>\\$|\\z)"
                    + "|--[^\\n]*+|/\\*.*?(?:\\*/|\\z))|(?<word>\\w++)|(?<end>;)|.",
            Pattern.DOTALL);

    private static final Pattern COMMENT =
            Pattern.compile("(?:--[^\\n]*+|/\\*.*?(?:\\*/|\\z)|\\s++)*+", Pattern.DOTALL);

    private final List<String> statements = new ArrayList<>();
    private final String rest;
    private final Set<String> words = new TreeSet<>();

    SqlText(String text) {
        int begin = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group("word") != null) {
                words.add(token.group("word").toUpperCase(Locale.ROOT));
            }
            if (token.group("end") != null) {
                add(text.substring(begin, token.start()));
                begin = token.end();
            }
        }
        rest = text.substring(begin);
    }

    /** The statements of a text, without their semicolons. */
    public static List<String> split(String text) {
        return new SqlText(text).all();
    }

    /** What ends with a semicolon, without it. */
    List<String> statements() {
        return statements;
    }

    /** What stands behind the last semicolon. */
    String rest() {
        return rest;
    }

    /** All statements, the last with or without a semicolon. */
    List<String> all() {
        List<String> all = new ArrayList<>(statements);
        if (!blank(rest)) {
            all.add(rest.strip());
        }
        return all;
    }

    /** Keywords and names, in capitals, as far as they are not quoted. */
    Set<String> words() {
        return words;
    }

    static boolean blank(String text) {
        return COMMENT.matcher(text).matches();
    }

    private void add(String statement) {
        if (!blank(statement)) {
            statements.add(statement.strip());
        }
    }
}

package org.tongcheng.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Columns for a terminal: texts to the left, numbers to the right. The last text may be of any width. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    private final int texts;

    private TextTable(int texts, List<String> header) {
        this.texts = texts;
        rows.add(header);
    }

    /** A name, then numbers. */
    public static TextTable ofNumbers(String... header) {
        return new TextTable(1, List.of(header));
    }

    /** Texts only. */
    public static TextTable ofTexts(String... header) {
        return new TextTable(header.length, List.of(header));
    }

    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String blanks = " ".repeat(width(column) - row.get(column).length());
                line.append(column == 0 ? "" : GAP)
                        .append(column < texts ? row.get(column) + blanks : blanks + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

package org.tongcheng.local.imports;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number of its first line, from 1
 * @param cells without the white space around them
 */
record CsvLine(int number, List<String> cells) {

    CsvLine {
        cells = List.copyOf(cells);
    }
}

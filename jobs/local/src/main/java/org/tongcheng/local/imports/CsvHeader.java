package org.tongcheng.local.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;

/**
 * Where a table's columns are.
 *
 * @param width number of columns
 * @param positions of the columns that the layout knows, from 0
 * @param unknown columns that it does not know
 */
record CsvHeader(int width, Map<String, Integer> positions, List<String> unknown) {

    CsvHeader {
        positions = Map.copyOf(positions);
        unknown = List.copyOf(unknown);
    }

    /**
     * @throws LocalFailure when a column is there twice, in another unit, or missing
     */
    static CsvHeader read(Path file, CsvLine line, CsvLayout layout) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int position = 0; position < line.cells().size(); position++) {
            String cell = line.cells().get(position);
            String name = known(file, line, layout, cell);
            if (name == null) {
                unknown.add(cell);
            } else if (positions.put(name, position) != null) {
                throw new LocalFailure(file + ": line " + line.number() + ": column " + cell + " comes twice");
            }
        }
        List<String> missing = layout.needed().stream()
                .filter(name -> !positions.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new LocalFailure(file + ": line " + line.number() + ": the header has no column "
                    + String.join(", ", missing) + "; there are " + String.join(",", line.cells()));
        }
        return new CsvHeader(line.cells().size(), positions, unknown);
    }

    /** Whether a line is another header: tables are sometimes put together from several. */
    static boolean is(CsvLine line, CsvLayout layout) {
        // No column is called after a number, and no row is without one: nearly all lines are told by that.
        if (line.cells().stream().anyMatch(CsvHeader::startsWithDigit)) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (String cell : line.cells()) {
            names.add(Objects.requireNonNullElse(quietlyKnown(layout, cell), ""));
        }
        return names.containsAll(layout.needed());
    }

    private static boolean startsWithDigit(String cell) {
        return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    }

    private static @Nullable String known(Path file, CsvLine line, CsvLayout layout, String cell) {
        try {
            return layout.known(cell);
        } catch (IllegalArgumentException e) {
            throw new LocalFailure(file + ": line " + line.number() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String quietlyKnown(CsvLayout layout, String cell) {
        try {
            return layout.known(cell);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

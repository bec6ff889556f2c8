package org.tongcheng.local.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a kind of table calls its columns. They are found by name, so that any order will do. */
interface CsvLayout {

    /** What rows are read from; a table without one of them is refused. */
    List<String> needed();

    /** Columns that have a meaning but are not imported. */
    Set<String> leftOut();

    /** What a table may do without. */
    Set<String> optional();

    /**
     * The name in this layout of a column of the header.
     *
     * @return null for a column that this layout does not know
     * @throws IllegalArgumentException when it is known, but not with that unit
     */
    @Nullable
    String known(String column);

    /**
     * The format of a table, by the names in its header.
     *
     * @throws IllegalArgumentException when it is none that can be imported
     */
    static ImportFormat recognized(Path file) {
        try (CsvLines lines = new CsvLines(file)) {
            CsvLine header = lines.next();
            List<String> names = header == null ? List.of() : header.cells();
            if (names.stream().anyMatch(name -> AirLayout.STATION.equals(AirLayout.LAYOUT.known(name)))) {
                return ImportFormat.CNEMC_AIR;
            }
            if (names.contains(WaterLayout.SECTION)) {
                return ImportFormat.CNEMC_WATER;
            }
            throw new IllegalArgumentException(file + ": its header has neither StationCode (cnemc-air) nor "
                    + WaterLayout.SECTION + " (cnemc-water), but " + String.join(",", names));
        }
    }
}

package org.tongcheng.reference;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a CSV file whose header names exactly the expected columns, in any order; blank lines are skipped. */
final class CsvTable {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private CsvTable() {}

    static List<CsvRow> read(String file, byte[] content, List<String> columns) {
        List<List<CsvCell>> lines = lines(file, RegistryText.decode(file, content));
        if (lines.isEmpty()) {
            throw RegistryException.at(file, 1, 1, "has no header; expected " + String.join(",", columns));
        }
        List<String> header = header(file, lines.get(0), columns);
        List<CsvRow> rows = new ArrayList<>();
        for (List<CsvCell> cells : lines.subList(1, lines.size())) {
            CsvCell first = cells.get(0);
            CsvCell last = cells.get(cells.size() - 1);
            if (cells.size() < header.size()) {
                String missing = header.get(cells.size());
                throw RegistryException.at(file, last.line(), last.column(), "the row ends before " + missing);
            }
            if (cells.size() > header.size()) {
                CsvCell extra = cells.get(header.size());
                throw RegistryException.at(
                        file, extra.line(), extra.column(), "the row has more cells than the header");
            }
            rows.add(new CsvRow(file, first.line(), header, cells));
        }
        return rows;
    }

    private static List<String> header(String file, List<CsvCell> cells, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (CsvCell cell : cells) {
            if (!columns.contains(cell.text())) {
                String problem = "unknown column " + cell.shown() + "; expected " + String.join(",", columns);
                throw RegistryException.at(file, cell.line(), cell.column(), problem);
            }
            if (!seen.add(cell.text())) {
                throw RegistryException.at(file, cell.line(), cell.column(), "column " + cell.text() + " comes twice");
            }
        }
        for (String column : columns) {
            if (!seen.contains(column)) {
                throw RegistryException.at(file, cells.get(0).line(), 1, "the header lacks " + column);
            }
        }
        return cells.stream().map(CsvCell::text).toList();
    }

    private static List<List<CsvCell>> lines(String file, String text) {
        try (CsvParser parser = FACTORY.createParser(new StringReader(text))) {
            return lines(file, parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<List<CsvCell>> lines(String file, CsvParser parser) throws IOException {
        List<List<CsvCell>> lines = new ArrayList<>();
        List<CsvCell> cells = new ArrayList<>();
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    lines.add(cells);
                    cells = new ArrayList<>();
                } else if (token == JsonToken.VALUE_STRING) {
                    cells.add(cell(file, parser.currentTokenLocation(), parser.getText()));
                }
            }
        } catch (JsonProcessingException broken) {
            // Where the cell starts: a quote that never closes is only noticed at the end of the file.
            JsonLocation place = parser.currentTokenLocation();
            throw RegistryException.at(file, place.getLineNr(), place.getColumnNr(), broken.getOriginalMessage());
        }
        return lines;
    }

    private static CsvCell cell(String file, JsonLocation place, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw RegistryException.at(
                    file, place.getLineNr(), place.getColumnNr(), "a cell holds a line break or a tab");
        }
        return new CsvCell(place.getLineNr(), place.getColumnNr(), text.strip());
    }
}

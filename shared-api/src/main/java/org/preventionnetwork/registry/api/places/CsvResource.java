package org.preventionnetwork.registry.api.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that this package brings along: UTF-8, a header row, no comma and no quote inside a cell. */
final class CsvResource {

    private CsvResource() {}

    /** The rows below the header. */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream stream = CsvResource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> cells(name, line, columns))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> cells(String name, String line, int columns) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != columns || cells.contains("") || line.contains("\"")) {
            throw new IllegalStateException("%s: not %d cells: %s".formatted(name, columns, line));
        }
        return cells;
    }
}

package org.preventionnetwork.registry.command.imports.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Cells of a workbook as the text that a CSV file would have. */
final class SheetCells {
    private SheetCells() {}

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return "=" + cell.getFormula();
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case STRING -> cell.asString();
            default -> "=" + cell.getRawValue();
        };
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            return date(cell.asDate().toLocalDate(), format.toLowerCase(Locale.ROOT));
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        return number.toPlainString();
    }

    private static boolean isDate(String format) {
        String bare = format.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\\\.", "");
        return bare.contains("y");
    }

    /** As precise as the sheet shows it: where it shows no day, none is invented. */
    private static String date(LocalDate date, String format) {
        if (format.contains("d")) {
            return date.toString();
        }
        String month = date.toString().substring(0, 7);
        return format.contains("m") ? month : month.substring(0, 4);
    }
}

package org.preventionnetwork.registry.command.imports.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Cells of a workbook as the text that a CSV file would have. */
final class SheetCells {
    /** Digits of a number before or after its point; more has none that a spreadsheet made. */
    private static final int LONGEST_PLAIN = 400;
    /** What spreadsheets show as dates; any other number with such a format is a number, which no date is read from. */
    private static final BigDecimal FIRST_DAY = BigDecimal.ONE;

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

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
        BigDecimal number = cell.asNumber();
        if (Math.abs((long) number.scale()) > LONGEST_PLAIN || number.precision() > LONGEST_PLAIN) {
            return cell.getRawValue();
        }
        if (format != null && isDate(format) && FIRST_DAY.compareTo(number) <= 0 && LAST_DAY.compareTo(number) > 0) {
            return date(cell.asDate().toLocalDate(), format.toLowerCase(Locale.ROOT));
        }
        return number.stripTrailingZeros().toPlainString();
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

package org.preventionnetwork.registry.command.imports.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/** Cells of a workbook as the text that a CSV file would have. */
final class SheetCells {
    /** Digits of a number before or after its point; more has none that a spreadsheet made. */
    private static final int LONGEST_PLAIN = 400;
    /** What spreadsheets show as dates; any other number with such a format is a number, which no date is read from. */
    private static final BigDecimal FIRST_DAY = BigDecimal.ONE;

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    /** Later than any year's number, and earlier than any day that anybody records: 18 May 1927. */
    private static final BigDecimal FIRST_LIKELY = BigDecimal.valueOf(10_000);
    /** 9 January 2119. */
    private static final BigDecimal LAST_LIKELY = BigDecimal.valueOf(80_000);

    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    /** The first spreadsheets took 1900 for a leap year, so that day 60 is none. */
    private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);

    private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);
    private static final int LEAP_DAY = 60;

    private SheetCells() {}

    /** @param since1904 from when the workbook counts days */
    static Cell read(org.dhatim.fastexcel.reader.@Nullable Cell cell, boolean since1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return Cell.of("=" + cell.getFormula());
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, since1904);
            case BOOLEAN -> Cell.of(String.valueOf(cell.asBoolean()));
            case STRING -> new Cell(Blanks.strip(cell.asString()), true, null);
            default -> Cell.of("=" + cell.getRawValue());
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, boolean since1904) {
        BigDecimal number = cell.asNumber();
        if (Math.abs((long) number.scale()) > LONGEST_PLAIN || number.precision() > LONGEST_PLAIN) {
            return Cell.of(cell.getRawValue());
        }
        String format = bare(cell.getDataFormatString());
        if (format.contains("y") && FIRST_DAY.compareTo(number) <= 0 && LAST_DAY.compareTo(number) > 0) {
            return Cell.of(date(day(number, since1904), format));
        }
        String text = number.stripTrailingZeros().toPlainString();
        return new Cell(text, false, hidden(number, format, since1904));
    }

    /** What to say where a number in a column of dates is a day that the sheet does not show as one. */
    private static @Nullable Said hidden(BigDecimal number, String format, boolean since1904) {
        boolean likely = FIRST_LIKELY.compareTo(number) <= 0 && LAST_LIKELY.compareTo(number) > 0;
        boolean dayOfYear = format.contains("d") && format.contains("m");
        if (!likely || !dayOfYear && number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return (dayOfYear ? Cause.DATE_WITHOUT_YEAR : Cause.DATE_AS_NUMBER).with(day(number, since1904));
    }

    private static LocalDate day(BigDecimal number, boolean since1904) {
        int days = number.setScale(0, RoundingMode.FLOOR).intValue();
        if (since1904) {
            return FIRST_OF_1904.plusDays(days);
        }
        return (days < LEAP_DAY ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY).plusDays(days);
    }

    /** The signs of a format, without texts and conditions in it. */
    private static String bare(@Nullable String format) {
        return format == null
                ? ""
                : format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\[[^]]*]", "")
                        .replaceAll("\\\\.", "");
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

package org.preventionnetwork.registry.command.imports.files;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/**
 * Looks a workbook's parts through before the library reads them, which makes room for whatever they say: for all cells up
 * to the column that a cell says it stands in, for all texts up to the number that a cell refers to. What is more than a
 * spreadsheet can hold is refused before. Any part may be any sheet, whatever its name, so the same is asked of all; with
 * the library's own parser, so that what the one cannot read the other cannot either.
 */
final class WorkbookParts {
    private static final int DEEPEST = 100;
    /** Between two tags, or within one. */
    private static final int LONGEST_RUN = 8 << 20;

    /** Of one element, with its namespaces; the parser compares each with each. */
    private static final int MOST_ATTRIBUTES = 256;
    /** Signs that an attribute has begun, counted before the parser sees them; a text may have some of them too. */
    private static final int MOST_SIGNS_OF_ATTRIBUTES = 1_024;
    /** Of elements, attributes and prefixes that differ; the parser keeps them all. */
    private static final int MOST_NAMES = 2_000;

    private static final int LONGEST_NAME = 256;
    private static final long MOST_ELEMENTS = 100_000_000;
    private static final int MOST_SHEETS = 200;
    private static final int MOST_STYLES = 70_000;
    private static final int MOST_ARRAY_FORMULAS = 1_000;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int LONGEST_FORMAT = 1_024;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_TEXT = 1 << 20;
    /** Shared ones are held in memory while a workbook is read. */
    private static final long LONGEST_SHARED_TEXTS = 64L << 20;

    private static final int MOST_SHARED_TEXTS = 2_000_000;
    private static final int LAST_ROW = 1_048_576;
    private static final Pattern REFERENCE = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ISO-8859-1");

    private static final XMLInputFactory XML = factory();

    private final String workbook;
    private final long mostElements;
    private final Set<String> names = new HashSet<>();
    private final Set<String> sheetIds = new HashSet<>();
    private long elements;
    private long texts;
    private long textCharacters;
    private long highestText = -1;
    private int sheets;
    private boolean since1904;
    private int styles;
    private int arrays;

    WorkbookParts(String workbook) {
        this(workbook, MOST_ELEMENTS);
    }

    WorkbookParts(String workbook, long mostElements) {
        this.workbook = workbook;
        this.mostElements = mostElements;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    /**
     * What is no XML is nothing to anybody.
     *
     * @throws Unreadable for what holds more than a spreadsheet can
     */
    void look(InputStream part) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new RunLimit(part));
            if (reader.hasNext() && reader.getEncoding() != null && !ENCODINGS.contains(reader.getEncoding())) {
                throw refused("DAMAGED", Cause.WORKBOOK_NOT_UTF_8.with());
            }
            new Walk(reader).toTheEnd();
        } catch (Unreadable refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException notXml) {
            requireNoRun(notXml);
        }
    }

    /** The parser wraps what its input throws. */
    private void requireNoRun(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge large) {
                throw refused("TOO_LARGE", large.said());
            }
        }
    }

    /** To be called when all parts were looked through. */
    void requireTexts() {
        if (highestText >= texts) {
            throw refused("DAMAGED", Cause.WORKBOOK_TEXT_MISSING.with());
        }
    }

    /** Whether the workbook counts days from 1904, once all parts were looked through. */
    boolean since1904() {
        return since1904;
    }

    private Unreadable refused(String code, Said said) {
        return new Unreadable(workbook, code, said);
    }

    private Unreadable tooLarge(String detail) {
        return refused("TOO_LARGE", Cause.WORKBOOK_TOO_LARGE.told(detail));
    }

    /** One part, tag by tag. */
    private final class Walk {
        private final XMLStreamReader reader;
        private int depth;
        private long row;
        private int column;
        private boolean inSheet;
        private String cellType = "n";
        private String open = "";
        private long characters;

        Walk(XMLStreamReader reader) {
            this.reader = reader;
        }

        void toTheEnd() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text(reader.getTextLength());
                    default -> {}
                }
            }
        }

        private void start(String name) {
            depth++;
            if (depth > DEEPEST) {
                throw tooLarge("the workbook's parts are nested deeper than " + DEEPEST + " levels");
            }
            elements++;
            if (elements > mostElements) {
                throw tooLarge("the workbook has more than " + mostElements + " elements");
            }
            names(name);
            switch (name) {
                case "sheetData" -> inSheet = true;
                case "row" -> row();
                case "c" -> cell();
                case "sheet" -> sheet();
                case "workbookPr" -> calendar();
                case "si" -> texts++;
                case "xf", "numFmt" -> style();
                case "f" -> formula();
                default -> {}
            }
            if (texts > MOST_SHARED_TEXTS) {
                throw tooLarge("the workbook holds too much text; hand it in as CSV");
            }
            if (sheets > MOST_SHEETS) {
                throw tooLarge("the workbook has more than " + MOST_SHEETS + " sheets");
            }
            if (Set.of("v", "f", "is", "si").contains(name)) {
                open = name;
                characters = 0;
            }
        }

        private void names(String element) {
            int attributes = reader.getAttributeCount();
            int namespaces = reader.getNamespaceCount();
            if (attributes + namespaces > MOST_ATTRIBUTES) {
                throw refused("TOO_LARGE", Cause.WORKBOOK_ATTRIBUTES.with(MOST_ATTRIBUTES));
            }
            name(element);
            name(reader.getPrefix());
            for (int i = 0; i < attributes; i++) {
                name(reader.getAttributeLocalName(i));
                name(reader.getAttributePrefix(i));
            }
            for (int i = 0; i < namespaces; i++) {
                name(reader.getNamespacePrefix(i));
            }
        }

        private void name(@Nullable String name) {
            if (name == null || !names.add(name)) {
                return;
            }
            if (name.length() > LONGEST_NAME) {
                throw tooLarge("a part of the workbook has a name of more than " + LONGEST_NAME + " characters");
            }
            if (names.size() > MOST_NAMES) {
                throw tooLarge(
                        "the workbook's parts have elements and attributes of more than " + MOST_NAMES + " names");
            }
        }

        /** Each is read by itself, however many are the same part. */
        private void sheet() {
            sheets++;
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals("id") && !sheetIds.add(reader.getAttributeValue(i))) {
                    throw refused("DAMAGED", Cause.WORKBOOK_DAMAGED.with());
                }
            }
        }

        private void end(String name) {
            depth--;
            if (name.equals(open)) {
                open = "";
            }
        }

        private void row() {
            column = 0;
            row++;
            String number = reader.getAttributeValue(null, "r");
            if (number != null && inSheet) {
                row = number.matches("[0-9]{1,7}") ? Long.parseLong(number) : Long.MAX_VALUE;
            }
            if (inSheet && row > LAST_ROW) {
                throw tooLarge("a sheet has at most " + LAST_ROW + " rows, and a row says that it is a later one");
            }
        }

        private void cell() {
            if (!inSheet) {
                return;
            }
            String reference = reader.getAttributeValue(null, "r");
            String type = reader.getAttributeValue(null, "t");
            cellType = type == null ? "n" : type;
            if (reference == null) {
                column++;
            } else if (REFERENCE.matcher(reference).matches()) {
                column = column(reference);
            } else {
                column = Integer.MAX_VALUE;
            }
            if (column > Columns.WIDEST) {
                throw tooLarge("in row " + row + " of a sheet a cell stands beyond column " + Columns.WIDEST
                        + ", the last that is read");
            }
        }

        private static int column(String reference) {
            int column = 0;
            for (char c : reference.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
                if (c >= 'A' && c <= 'Z') {
                    column = column * 26 + c - 'A' + 1;
                }
            }
            return column;
        }

        /** A truth value of XML may be a word or a digit; the library knows the word only. */
        private void calendar() {
            String value = reader.getAttributeValue(null, "date1904");
            since1904 |=
                    value != null && Set.of("1", "true").contains(value.strip().toLowerCase(Locale.ROOT));
        }

        private void style() {
            styles++;
            String format = reader.getAttributeValue(null, "formatCode");
            if (styles > MOST_STYLES || format != null && format.length() > LONGEST_FORMAT) {
                throw tooLarge("the workbook has more than " + MOST_STYLES + " styles, or one of more than "
                        + LONGEST_FORMAT + " characters");
            }
        }

        private void formula() {
            arrays += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
            if (inSheet && arrays > MOST_ARRAY_FORMULAS) {
                throw tooLarge("formulas are not accepted, and the workbook has more than " + MOST_ARRAY_FORMULAS);
            }
        }

        private void text(int length) {
            if (open.isEmpty()) {
                return;
            }
            characters += length;
            if (open.equals("si")) {
                textCharacters += length;
                if (textCharacters > LONGEST_SHARED_TEXTS) {
                    throw tooLarge("the workbook holds too much text; hand it in as CSV");
                }
            }
            boolean number = inSheet && open.equals("v") && !cellType.equals("str") && !cellType.equals("e");
            if (number && cellType.equals("s")) {
                reference();
            }
            int most = number ? LONGEST_NUMBER : open.equals("f") ? LONGEST_FORMULA : LONGEST_TEXT;
            if (characters > most) {
                throw tooLarge("in row " + row + " of a sheet a cell has more than " + most + " characters");
            }
        }

        /** Which of the workbook's texts a cell is; in pieces where an entity stands in it, of which none is less. */
        private void reference() {
            String number = reader.getText().strip();
            if (number.matches("\\+?[0-9]{1,10}")) {
                highestText = Math.max(highestText, Long.parseLong(number));
            }
            if (characters > 10) {
                highestText = Long.MAX_VALUE;
            }
        }
    }

    /**
     * Nothing is read that goes on and on without a tag, which the parser keeps whole, and no tag that has attributes
     * without end, which it compares before it shows the tag. A {@code <} is in no tag, so what is counted begins anew at
     * each and nowhere else: what a comment or a text holds cannot make a tag look like something else.
     */
    private static final class RunLimit extends FilterInputStream {
        private int run;
        private int attributes;
        private boolean assigned;

        RunLimit(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count((byte) read);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = 0; i < read; i++) {
                count(buffer[offset + i]);
            }
            return read;
        }

        private void count(byte read) throws TooLarge {
            if (read == '<') {
                run = 0;
                attributes = 0;
                assigned = false;
                return;
            }
            run++;
            if (run > LONGEST_RUN) {
                throw new TooLarge(Cause.WORKBOOK_RUN.with(LONGEST_RUN));
            }
            if (read == '=') {
                assigned = true;
            } else if (assigned && read > ' ') {
                assigned = false;
                attributes += read == '"' || read == '\'' ? 1 : 0;
                if (attributes > MOST_SIGNS_OF_ATTRIBUTES) {
                    throw new TooLarge(Cause.WORKBOOK_ATTRIBUTES.with(MOST_ATTRIBUTES));
                }
            }
        }
    }
}

package org.preventionnetwork.registry.query.subject;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A plain page in the making. Whatever is not a tag written here is escaped; there is no script and no inline style. */
final class Html {
    private final StringBuilder page = new StringBuilder();
    private final String nothing;

    /** A column of a table: its heading, and what stands in it. */
    record Column<T>(String heading, Function<T, @Nullable Object> value) {}

    /** @param nothing what to say where a table has no rows */
    Html(String language, String title, String stylesheet, String nothing) {
        this.nothing = nothing;
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(language))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<link rel=\"stylesheet\" href=\"")
                .append(escaped(stylesheet))
                .append("\">\n</head>\n<body>\n<main>\n");
        element("h1", title);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** Says so where there is nothing. */
    <T> Html table(String heading, List<T> rows, List<Column<T>> columns) {
        element("h2", heading);
        if (rows.isEmpty()) {
            return element("p", nothing);
        }
        page.append("<table>\n<thead><tr>");
        columns.forEach(column -> cell("th scope=\"col\"", "th", column.heading()));
        page.append("</tr></thead>\n<tbody>\n");
        for (T row : rows) {
            page.append("<tr>");
            columns.forEach(column -> cell("td", "td", column.value().apply(row)));
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
        return this;
    }

    String end() {
        return page + "</main>\n</body>\n</html>\n";
    }

    private Html element(String name, String text) {
        cell(name, name, text);
        page.append('\n');
        return this;
    }

    private void cell(String opening, String name, @Nullable Object value) {
        page.append('<')
                .append(opening)
                .append('>')
                .append(value == null ? "" : escaped(value.toString()))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

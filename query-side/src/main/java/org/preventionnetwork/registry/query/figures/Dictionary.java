package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.figures.definition.DefinitionVersion;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.figures.definition.FigureDefinition;
import org.preventionnetwork.registry.query.figures.definition.Unit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What every figure means, in words: made from the definitions that count. */
@Component
public class Dictionary {
    /** The numbers of a network's activity, as the page shows them. */
    public static final List<String> ACTIVITY = List.of("members", "admitted", "withdrawn", "meetings", "added");

    private final Definitions definitions;
    private final MessageSource texts;

    Dictionary(Definitions definitions, MessageSource texts) {
        this.definitions = definitions;
        this.texts = texts;
    }

    /**
     * @param definition the version in force
     * @param since the day from which the registry counts by it
     * @param unitName the unit in words
     * @param not what does not count
     * @param uncertain what makes it uncertain
     * @param from from when on something counts, and until when
     * @param before what was different by the version before; null for the first
     */
    public record FigureMeaning(
            FigureName metric,
            String name,
            String about,
            int definition,
            LocalDate since,
            Unit unit,
            String unitName,
            String counts,
            String not,
            String uncertain,
            String from,
            @Nullable String before) {}

    public List<FigureMeaning> entries(Locale language) {
        return definitions.all().stream()
                .map(definition -> entry(definition, language))
                .toList();
    }

    private FigureMeaning entry(FigureDefinition definition, Locale language) {
        FigureName figure = definition.name();
        DefinitionVersion version = definition.version();
        return new FigureMeaning(
                figure,
                text("metric." + figure, language),
                text("metric.about." + figure, language),
                version.number(),
                version.since(),
                definition.unit(),
                text("definitions.unit." + definition.unit(), language),
                text("definitions.counts." + figure, language),
                text("definitions.not." + figure, language),
                text("definitions.unsure." + figure, language),
                text("definitions.since." + figure, language),
                version.number() == 1 ? null : text("definitions.before." + figure, language));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }

    /** All of it as a page of the documentation. */
    String document(Locale language) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(text("definitions.title", language)).append("\n\n");
        page.append(text("definitions.lead", language)).append('\n');
        for (FigureMeaning entry : entries(language)) {
            page.append("\n## ").append(entry.name()).append("\n\n");
            page.append('`')
                    .append(entry.metric())
                    .append("`: ")
                    .append(entry.about())
                    .append("\n\n");
            line(
                    page,
                    "version",
                    texts.getMessage(
                            "definitions.version.since", new Object[] {entry.definition(), entry.since()}, language),
                    language);
            line(page, "unit", entry.unitName(), language);
            line(page, "counts", entry.counts(), language);
            line(page, "not", entry.not(), language);
            line(page, "unsure", entry.uncertain(), language);
            line(page, "since", entry.from(), language);
            if (entry.before() != null) {
                line(page, "before", entry.before(), language);
            }
        }
        page.append("\n## ").append(text("definitions.scope", language)).append("\n\n");
        page.append("- ").append(text("definitions.scope.network", language)).append('\n');
        page.append("- ").append(text("definitions.scope.programme", language)).append('\n');
        page.append("\n## ").append(text("definitions.activity", language)).append("\n\n");
        ACTIVITY.forEach(number -> page.append("- ")
                .append(text("definitions.activity." + number, language))
                .append('\n'));
        return page.toString();
    }

    private void line(StringBuilder page, String label, String said, Locale language) {
        page.append("- **")
                .append(text("definitions." + label, language))
                .append("**: ")
                .append(said)
                .append('\n');
    }
}

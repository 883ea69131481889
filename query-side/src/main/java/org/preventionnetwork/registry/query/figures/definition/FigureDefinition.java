package org.preventionnetwork.registry.query.figures.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.figures.Counted;
import org.preventionnetwork.registry.query.figures.Course;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Interval;

/**
 * What a figure is. Lists with numbers, headers, charts, statements, editions, previews and the dictionary of figures
 * ask this and nothing else, so that no two of them can count differently. Its words are texts of the pages:
 * {@code metric.*} names it, {@code metric.about.*} says it in a sentence, {@code definition.*} in full.
 */
public interface FigureDefinition {
    FigureName name();

    /** All that there were, the one in force last. */
    List<DefinitionVersion> versions();

    default DefinitionVersion version() {
        return versions().get(versions().size() - 1);
    }

    /** The one in force on a day; before there was any, the first. */
    default DefinitionVersion versionOn(LocalDate day) {
        return versions().stream()
                .filter(version -> !version.since().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(versions().get(0));
    }

    Unit unit();

    /** Whether its rows name the states that count, so that it can be compared with a list of names. */
    boolean namesStates();

    /** Facts about which kinds of things can change it, when it is counted for everything. */
    Set<EntityType> touchedBy();

    /** All that counts on any day, whatever days the question is about. */
    List<Counted> counted(FigureQuestion question);

    /** @param course what {@link #counted} gives, through all days */
    default Interval interval(FigureQuestion question, Course course) {
        return course.interval(question.first(), question.last());
    }

    /** Whether what counts through all days does not say it: it is asked for each. */
    default boolean isAskedForDays() {
        return false;
    }

    /** A part of the rows that can count on one of the days asked about; those that say why more can count come last. */
    List<FigureRow> rows(FigureQuestion question, int size, long offset);

    /** The rows of what can have begun by the days asked about, also where it counts only once it is over. */
    default List<FigureRow> begun(FigureQuestion question) {
        return rows(question, Integer.MAX_VALUE, 0);
    }

    long rowCount(FigureQuestion question);

    /** Where it can have changed after a position, for a question about one day. */
    TouchPoints touched(FigureQuestion question, long since);

    /** The rows that one of the parts counts which {@link TouchPoints} names. */
    List<FigureRow> rowsOf(FigureQuestion question, String part);

    /** The rows of the persons of these records; without any, of all persons. */
    default List<FigureRow> rowsAmong(FigureQuestion question, Collection<String> officials) {
        throw new UnsupportedOperationException(name() + " is not followed person by person");
    }
}

package org.preventionnetwork.registry.query.figures.definition;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.figures.Counted;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;

/** A figure of what once was so and stays so, counted by the database. */
abstract class AccumulatingFigure implements FigureDefinition {
    private final FigureName name;
    private final Unit unit;
    final AccumulatingRows rows;
    final Touched touched;

    AccumulatingFigure(FigureName name, Unit unit, AccumulatingRows rows, Touched touched) {
        this.name = name;
        this.unit = unit;
        this.rows = rows;
        this.touched = touched;
    }

    /**
     * The {@code WITH} clause that ends with {@code scoped}, the rows on all days; see {@link Parts} for its columns and
     * parameters.
     */
    abstract String sql(FigureQuestion question);

    @Override
    public final FigureName name() {
        return name;
    }

    @Override
    public final Unit unit() {
        return unit;
    }

    @Override
    public List<DefinitionVersion> versions() {
        return List.of(DefinitionVersion.FIRST, DefinitionVersion.SECOND);
    }

    @Override
    public boolean namesStates() {
        return false;
    }

    @Override
    public Set<EntityType> touchedBy() {
        return Set.of(EntityType.SEMINAR, EntityType.OFFICIAL);
    }

    @Override
    public final List<Counted> counted(FigureQuestion question) {
        return rows.counted(sql(question), question);
    }

    @Override
    public List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        return rows.rows(sql(question), question, size, offset);
    }

    @Override
    public long rowCount(FigureQuestion question) {
        return rows.count(sql(question), question);
    }

    @Override
    public final List<FigureRow> rowsOf(FigureQuestion question, String part) {
        return rows.rowsOf(sql(question), question, part);
    }

    @Override
    public TouchPoints touched(FigureQuestion question, long since) {
        return new TouchPoints(
                touched.membersChanged(question, since), touched.seminars(question, since, countsPlanned()));
    }

    /** Whether a seminar that was not held counts for it, too. */
    boolean countsPlanned() {
        return false;
    }
}

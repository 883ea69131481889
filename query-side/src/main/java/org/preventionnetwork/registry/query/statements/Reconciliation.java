package org.preventionnetwork.registry.query.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.completeness.Completeness;
import org.preventionnetwork.registry.query.completeness.DeclaredList;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.figures.Scopes;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.statements.StatementQueries.Statement;
import org.springframework.stereotype.Component;

/** Puts a published figure beside the registry's own, over the days that the statement's date can mean. */
@Component
class Reconciliation {
    private static final int MOST_EVIDENCE = 500;
    private final Figures figures;
    private final Definitions definitions;
    private final Scopes scopes;
    private final Completeness completeness;

    Reconciliation(Figures figures, Definitions definitions, Scopes scopes, Completeness completeness) {
        this.figures = figures;
        this.definitions = definitions;
        this.scopes = scopes;
        this.completeness = completeness;
    }

    /** @param maximum null where there is no saying how much more there is than is recorded */
    record Recorded(long minimum, @Nullable Long maximum) {}

    /** YES: on all days of the date, for certain. POSSIBLE: on some, or perhaps. NO: nothing is recorded. */
    enum Presence {
        YES,
        POSSIBLE,
        NO
    }

    /** A state on which roster and registry are not of one mind. */
    @Schema(name = "RosterDifference")
    record Difference(String state, String name, boolean stated, Presence recorded) {}

    /**
     * @param definition the version of the figure's definition that was counted by
     * @param complete whether all that counts is recorded, as somebody says
     * @param completeness what says so, or says it of some of the days
     * @param evidenceTotal how many rows there are behind the figure; {@code evidence} holds the first 500
     */
    record Reconciled(
            Statement stated,
            Recorded recorded,
            int definition,
            Verdict verdict,
            boolean complete,
            List<DeclaredList> completeness,
            List<Difference> difference,
            List<FigureRow> evidence,
            long evidenceTotal) {}

    Verdict verdict(Statement statement, long position) {
        FigureQuestion question = question(statement, position);
        return verdict(
                statement,
                figures.interval(question),
                completeness.of(question).complete(),
                names(statement, question));
    }

    private static Verdict verdict(Statement statement, Interval interval, boolean complete, Verdict.Names names) {
        return Verdict.of(
                statement.qualifier(), statement.value(), interval.minimum(), interval.maximum(), complete, names);
    }

    Reconciled reconcile(Statement statement, long position, Locale language) {
        FigureQuestion question = question(statement, position);
        Interval interval = figures.interval(question);
        Completeness.Whole whole = completeness.of(question);
        return new Reconciled(
                statement,
                new Recorded(interval.minimum(), interval.maximum()),
                question.definition(),
                verdict(statement, interval, whole.complete(), names(statement, question)),
                whole.complete(),
                whole.declared(),
                difference(statement, question, language),
                figures.rows(question, MOST_EVIDENCE, 0),
                figures.rowCount(question));
    }

    /** Of what a figure was published, as it is recorded; null for everything. */
    @Nullable
    EntityId scope(Statement statement, long position) {
        return question(statement, position).scope();
    }

    /** The seminars that counted in it, of which nobody says who all took part, where that leaves it open. */
    List<String> openRosters(Statement statement, long position) {
        return completeness.seminarsWithOpenRosters(question(statement, position));
    }

    /** A scope that is not known any more means what its form says first; then nothing is counted in it. */
    private FigureQuestion question(Statement statement, long position) {
        EntityId meant = null;
        if (statement.scope() != null) {
            Scope scope = new Scope(statement.scope());
            meant = scopes.find(scope, position).orElse(scope.candidates().get(0));
        }
        return new FigureQuestion(
                FigureName.of(statement.metric()), meant, statement.earliest(), statement.latest(), position);
    }

    /**
     * A roster that names as many as it states exactly is meant to be whole: then a state that certainly counts and is not
     * on it is another name. One that is on it and not recorded decides nothing: perhaps it only was not recorded.
     */
    private Verdict.Names names(Statement statement, FigureQuestion question) {
        if (!canBeCompared(statement, question)) {
            return Verdict.Names.NONE;
        }
        boolean whole = statement.qualifier() == Qualifier.EXACTLY
                && new TreeSet<>(statement.roster()).size() >= statement.value();
        SortedMap<String, Boolean> recorded = figures.states(question);
        boolean same = true;
        for (String state : everybody(statement, recorded)) {
            Presence presence = presence(recorded, state);
            if (statement.roster().contains(state)) {
                same &= presence == Presence.YES;
            } else if (whole && presence == Presence.YES) {
                return Verdict.Names.OTHER;
            } else {
                same &= !whole || presence == Presence.NO;
            }
        }
        return same ? Verdict.Names.SAME : Verdict.Names.OPEN;
    }

    private boolean canBeCompared(Statement statement, FigureQuestion question) {
        return !statement.roster().isEmpty()
                && definitions.of(question.figure()).namesStates();
    }

    private static SortedSet<String> everybody(Statement statement, SortedMap<String, Boolean> recorded) {
        SortedSet<String> everybody = new TreeSet<>(statement.roster());
        everybody.addAll(recorded.keySet());
        return everybody;
    }

    private List<Difference> difference(Statement statement, FigureQuestion question, Locale language) {
        if (!canBeCompared(statement, question)) {
            return List.of();
        }
        SortedMap<String, Boolean> recorded = figures.states(question);
        List<Difference> difference = new ArrayList<>();
        for (String state : everybody(statement, recorded)) {
            boolean stated = statement.roster().contains(state);
            Presence presence = presence(recorded, state);
            if (presence != (stated ? Presence.YES : Presence.NO)) {
                String name = States.name(new StateCode(state), language, statement.latest());
                difference.add(new Difference(state, name, stated, presence));
            }
        }
        return difference;
    }

    private static Presence presence(SortedMap<String, Boolean> recorded, String state) {
        Boolean certain = recorded.get(state);
        return certain == null ? Presence.NO : certain ? Presence.YES : Presence.POSSIBLE;
    }
}

package org.preventionnetwork.registry.query.statements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.figures.Scopes;
import org.preventionnetwork.registry.query.statements.StatementQueries.Statement;
import org.springframework.stereotype.Component;

/** Puts a published figure beside the registry's own, over the days that the statement's date can mean. */
@Component
class Reconciliation {
    private static final int MOST_EVIDENCE = 500;
    /** Figures whose rows name the states that count; a roster of another figure cannot be compared. */
    private static final Set<Metric> BY_STATE = EnumSet.of(
            Metric.MEMBER_STATES,
            Metric.OBSERVER_STATES,
            Metric.LIAISON_STATES,
            Metric.PARTICIPATING_STATES,
            Metric.NATIONAL_INITIATIVES);

    private final Figures figures;
    private final Scopes scopes;

    Reconciliation(Figures figures, Scopes scopes) {
        this.figures = figures;
        this.scopes = scopes;
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
    record Difference(String state, String name, boolean stated, Presence recorded) {}

    /** @param evidenceTotal how many rows there are behind the figure; {@code evidence} holds the first 500 */
    record Reconciled(
            Statement stated,
            Recorded recorded,
            Verdict verdict,
            List<Difference> difference,
            List<FigureRow> evidence,
            long evidenceTotal) {}

    Verdict verdict(Statement statement, long position) {
        Interval interval = figures.interval(question(statement, position));
        return Verdict.of(statement.qualifier(), statement.value(), interval.minimum(), interval.maximum());
    }

    Reconciled reconcile(Statement statement, long position, Locale language) {
        FigureQuestion question = question(statement, position);
        Interval interval = figures.interval(question);
        return new Reconciled(
                statement,
                new Recorded(interval.minimum(), interval.maximum()),
                Verdict.of(statement.qualifier(), statement.value(), interval.minimum(), interval.maximum()),
                difference(statement, question, language),
                figures.rows(question, MOST_EVIDENCE, 0),
                figures.rowCount(question));
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

    private List<Difference> difference(Statement statement, FigureQuestion question, Locale language) {
        if (statement.roster().isEmpty() || !BY_STATE.contains(statement.metric())) {
            return List.of();
        }
        TreeMap<String, List<FigureRow>> recorded = new TreeMap<>();
        for (FigureRow row : figures.rows(question, Integer.MAX_VALUE, 0)) {
            row.states().forEach(state -> recorded.computeIfAbsent(state, s -> new ArrayList<>())
                    .add(row));
        }
        Set<String> all = new TreeSet<>(statement.roster());
        all.addAll(recorded.keySet());
        List<Difference> difference = new ArrayList<>();
        for (String state : all) {
            boolean stated = statement.roster().contains(state);
            Presence presence = presence(recorded.getOrDefault(state, List.of()), question);
            if (presence != (stated ? Presence.YES : Presence.NO)) {
                String name = States.name(new StateCode(state), language, statement.latest());
                difference.add(new Difference(state, name, stated, presence));
            }
        }
        return difference;
    }

    private static Presence presence(List<FigureRow> rows, FigureQuestion question) {
        Interval here = Interval.of(rows, question.first(), question.last());
        return here.minimum() > 0 ? Presence.YES : here.possible() > 0 ? Presence.POSSIBLE : Presence.NO;
    }
}

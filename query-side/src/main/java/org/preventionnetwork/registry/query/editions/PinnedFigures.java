package org.preventionnetwork.registry.query.editions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.editions.EditionAnswers.ChangeItem;
import org.preventionnetwork.registry.query.editions.EditionAnswers.ComparedFigure;
import org.preventionnetwork.registry.query.editions.EditionAnswers.EditionAnswer;
import org.preventionnetwork.registry.query.editions.EditionAnswers.KnownFigure;
import org.preventionnetwork.registry.query.editions.EditionAnswers.Redefined;
import org.preventionnetwork.registry.query.editions.EditionQueries.Edition;
import org.preventionnetwork.registry.query.editions.ToldEvents.ToldEvent;
import org.preventionnetwork.registry.query.figures.FigureChange;
import org.preventionnetwork.registry.query.figures.FigureChanges;
import org.preventionnetwork.registry.query.figures.FigureHistory;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Scopes;
import org.preventionnetwork.registry.query.figures.definition.DefinitionVersion;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.stereotype.Component;

/** Compares an edition's figures with what is known of them since: nothing of them is kept but where they are pinned. */
@Component
class PinnedFigures {
    private final Figures figures;
    private final FigureHistory history;
    private final Definitions definitions;
    private final Scopes scopes;
    private final ToldEvents events;

    PinnedFigures(Figures figures, FigureHistory history, Definitions definitions, Scopes scopes, ToldEvents events) {
        this.figures = figures;
        this.definitions = definitions;
        this.history = history;
        this.scopes = scopes;
        this.events = events;
    }

    EditionAnswer answer(Edition edition, long position) {
        return answer(edition, position, Tongue.API);
    }

    /** @param tongue in which it is told what happened; the API's is English */
    EditionAnswer answer(Edition edition, long position, Tongue tongue) {
        return EditionAnswer.of(
                edition,
                edition.figures().stream()
                        .map(figure -> compared(edition, figure, position, tongue))
                        .toList());
    }

    private ComparedFigure compared(Edition edition, EditionFigure figure, long position, Tongue tongue) {
        EntityId scope = scope(figure, edition, position);
        Comparison comparison = comparison(edition, figure, scope, position);
        return ComparedFigure.of(
                figure,
                id(scope),
                comparison,
                redefined(edition, figure, scope, position),
                told(EditionAnswers.first(comparison.changes().steps()), tongue));
    }

    private Comparison comparison(Edition edition, EditionFigure figure, @Nullable EntityId scope, long position) {
        FigureQuestion question = question(figure, scope, edition, position);
        return new Comparison(
                question.definition(),
                figures.interval(question.at(edition.pinnedPosition())),
                figures.interval(question),
                changes(figure, scope, edition, position));
    }

    private static @Nullable String id(@Nullable EntityId scope) {
        return scope == null ? null : scope.aggregateId();
    }

    /** One figure of an edition, without its changes, and all of these up to a position. */
    record Changed(ComparedFigure figure, List<FigureChange> changes) {}

    /** @throws UnknownEntity when the edition has no such figure */
    FigureChanges changes(Edition edition, String key, long position) {
        EditionFigure figure = figure(edition, key);
        return changes(figure, scope(figure, edition, position), edition, position);
    }

    /** @throws UnknownEntity when the edition has no such figure */
    Changed changed(Edition edition, String key, long position) {
        EditionFigure figure = figure(edition, key);
        EntityId scope = scope(figure, edition, position);
        Comparison comparison = comparison(edition, figure, scope, position);
        return new Changed(
                ComparedFigure.of(
                        figure, id(scope), comparison, redefined(edition, figure, scope, position), List.of()),
                comparison.changes().steps());
    }

    private static EditionFigure figure(Edition edition, String key) {
        return edition.figures().stream()
                .filter(each -> each.key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new UnknownEntity("figure of this edition"));
    }

    private FigureChanges changes(EditionFigure figure, @Nullable EntityId scope, Edition edition, long position) {
        return history.changes(question(figure, scope, edition, position), edition.pinnedPosition());
    }

    /** As the API answers. */
    List<ChangeItem> told(List<FigureChange> changes) {
        return told(changes, Tongue.API);
    }

    List<ChangeItem> told(List<FigureChange> changes, Tongue tongue) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<Long, ToldEvent> told =
                events.at(changes.stream().map(FigureChange::position).toList(), tongue);
        return changes.stream()
                .map(change -> item(change, told.get(change.position())))
                .toList();
    }

    private static ChangeItem item(FigureChange change, @Nullable ToldEvent event) {
        if (event == null) {
            throw new IllegalStateException("no event at position " + change.position());
        }
        return new ChangeItem(
                event.eventId(),
                event.position(),
                event.type(),
                event.entity(),
                event.recordedAt(),
                event.actor(),
                event.summary(),
                event.reason(),
                event.source(),
                KnownFigure.of(change.after()),
                EditionAnswers.first(change.added()),
                EditionAnswers.first(change.removed()));
    }

    /**
     * A date that is less precise than a day means its last day, as everywhere in questions. It goes on being counted by
     * the definition that was in force when the edition was recorded.
     */
    private FigureQuestion question(EditionFigure figure, @Nullable EntityId scope, Edition edition, long position) {
        FigureName name = FigureName.of(figure.metric());
        return new FigureQuestion(
                name,
                scope,
                figure.asOf().latest(),
                figure.asOf().latest(),
                position,
                definitions.of(name).versionOn(edition.toldOn()).number());
    }

    /** What differs only by definition is told apart from what events changed. */
    private @Nullable Redefined redefined(
            Edition edition, EditionFigure figure, @Nullable EntityId scope, long position) {
        FigureQuestion question = question(figure, scope, edition, position);
        DefinitionVersion now = definitions.of(question.figure()).version();
        if (now.number() == question.definition()) {
            return null;
        }
        FigureQuestion anew = new FigureQuestion(question.figure(), scope, question.first(), question.last(), position);
        return new Redefined(now.number(), now.since(), KnownFigure.of(figures.interval(anew)));
    }

    /** It goes on meaning what it meant where the edition is pinned, or else what it means by now. */
    private @Nullable EntityId scope(EditionFigure figure, Edition edition, long position) {
        Scope scope = figure.scope();
        if (scope == null) {
            return null;
        }
        Optional<EntityId> then = scopes.find(scope, edition.pinnedPosition());
        return then.or(() -> scopes.find(scope, position))
                .orElse(scope.candidates().get(0));
    }
}

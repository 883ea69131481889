package org.preventionnetwork.registry.query.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.query.figures.AskedScope;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.figures.Scopes;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Overview")
class OverviewEndpoints {
    private final Questions questions;
    private final Figures figures;
    private final Scopes scopes;

    OverviewEndpoints(Questions questions, Figures figures, Scopes scopes) {
        this.questions = questions;
        this.figures = figures;
        this.scopes = scopes;
    }

    record Numbers(
            long memberStates,
            long observerStates,
            long liaisonStates,
            long participatingStates,
            long seminars,
            long enrollments,
            long completions,
            long alumni,
            long officialsTrained,
            long initiatives,
            long networks) {
        static Numbers of(Map<FigureName, Interval> figures, ToLongFunction<Interval> number) {
            ToLongFunction<FigureName> value = name -> number.applyAsLong(Objects.requireNonNull(figures.get(name)));
            return new Numbers(
                    value.applyAsLong(FigureName.MEMBER_STATES),
                    value.applyAsLong(FigureName.OBSERVER_STATES),
                    value.applyAsLong(FigureName.LIAISON_STATES),
                    value.applyAsLong(FigureName.PARTICIPATING_STATES),
                    value.applyAsLong(FigureName.SEMINARS),
                    value.applyAsLong(FigureName.ENROLLMENTS),
                    value.applyAsLong(FigureName.COMPLETIONS),
                    value.applyAsLong(FigureName.ALUMNI),
                    value.applyAsLong(FigureName.OFFICIALS_TRAINED),
                    value.applyAsLong(FigureName.NATIONAL_INITIATIVES),
                    value.applyAsLong(FigureName.NETWORKS));
        }
    }

    /**
     * @param possible what is recorded and can count on the day
     * @param certain what certainly counts
     * @param incomplete the figures of which more can be true than is recorded
     */
    record Overview(
            @Nullable String scope, @JsonUnwrapped Numbers possible, Numbers certain, List<FigureName> incomplete) {}

    @GetMapping("/api/overview")
    @Operation(summary = "The main figures on a day, for everything, a network or a programme")
    Answer<Overview> overview(AskedScope askedScope, AskedClocks asked) {
        Clocks clocks = questions.clocks(asked, Figures.PROJECTIONS);
        EntityId scope = scopes.asked(askedScope, clocks.position());
        Map<FigureName, Interval> counted = new EnumMap<>(FigureName.class);
        for (FigureName name : FigureName.values()) {
            counted.put(
                    name,
                    figures.interval(new FigureQuestion(name, scope, clocks.day(), clocks.day(), clocks.position())));
        }
        List<FigureName> incomplete = counted.entrySet().stream()
                .filter(figure -> figure.getValue().open())
                .map(Map.Entry::getKey)
                .toList();
        Overview overview = new Overview(
                scope == null ? null : scope.aggregateId(),
                Numbers.of(counted, Interval::possible),
                Numbers.of(counted, Interval::minimum),
                incomplete);
        return Answer.of(overview, clocks);
    }
}

package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorReleased;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** On which days an official is assigned to a seminar as instructor. A release without a date leaves no day. */
final class InstructorModel extends BeliefModel<InstructorModel.Instructor> {
    record Instructor(
            String official, @Nullable String from, @Nullable String until, String factId, @Nullable String source) {}

    InstructorModel() {
        super(
                "instructor",
                List.of(
                        "official text NOT NULL",
                        "from_on text",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        String official = official(fact);
        return official == null ? List.of() : List.of(official);
    }

    private static @Nullable String official(Fact fact) {
        return fact instanceof InstructorAssigned assigned
                ? assigned.official().value()
                : fact instanceof InstructorReleased released
                        ? released.official().value()
                        : null;
    }

    @Override
    protected List<Segment<Instructor>> segments(KnownFacts facts, String official) {
        List<KnownFact> recorded = facts.about("").stream()
                .filter(known -> official.equals(official(known.fact())))
                .toList();
        Succession<KnownFact> steps =
                new Succession<>(recorded, known -> known.fact().effectiveOn());
        List<Long> behind =
                recorded.stream().flatMap(known -> known.behind().stream()).toList();
        Piecewise days = new Piecewise();
        steps.bound(days);
        return days.segments(day -> on(day, official, steps, behind));
    }

    private static @Nullable Held<Instructor> on(
            LocalDate day, String official, Succession<KnownFact> steps, List<Long> behind) {
        Succession.At<KnownFact> at = steps.at(day);
        if (at == null || at.value().fact() instanceof InstructorReleased) {
            return null;
        }
        int next = steps.ordered().indexOf(at.value()) + 1;
        HistoricalDate until =
                next < steps.ordered().size() ? steps.ordered().get(next).fact().effectiveOn() : null;
        return new Held<>(
                new Instructor(
                        official,
                        text(at.value().fact().effectiveOn()),
                        text(until),
                        at.value().fact().factId().value(),
                        at.value().source()),
                at.certain(),
                behind);
    }

    private static @Nullable String text(@Nullable HistoricalDate date) {
        return date == null ? null : date.toString();
    }

    @Override
    protected @Nullable Object[] values(Instructor instructor) {
        return new @Nullable Object[] {
            instructor.official(), instructor.from(), instructor.until(), instructor.factId(), instructor.source()
        };
    }
}

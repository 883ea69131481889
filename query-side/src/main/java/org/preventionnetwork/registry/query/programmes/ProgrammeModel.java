package org.preventionnetwork.registry.query.programmes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeCurriculumSet;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeNamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.LanguageNames;

/** A programme: its name, its themes, and whether it runs on a day. */
final class ProgrammeModel extends BeliefModel<ProgrammeModel.Programme> {
    private static final String ALL = "programme";

    /** @param status PLANNED before it is established, then ACTIVE, then CLOSED */
    record Programme(
            String name,
            Map<String, String> names,
            String status,
            @Nullable HistoricalDate establishedOn,
            @Nullable HistoricalDate closedOn,
            List<String> themes,
            String factId,
            @Nullable String source) {}

    ProgrammeModel() {
        super(
                "programme",
                List.of(
                        "name text NOT NULL",
                        "names jsonb NOT NULL",
                        "status text NOT NULL",
                        "established_on text",
                        "closed_on text",
                        "themes text[] NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return List.of(ALL);
    }

    @Override
    protected List<Segment<Programme>> segments(KnownFacts facts, String topic) {
        Optional<Known<ProgrammeEstablished>> established = facts.first(ProgrammeEstablished.class);
        if (established.isEmpty()) {
            return List.of();
        }
        Life life = new Life(
                established.get(),
                new Dated<>(facts.all(ProgrammeRenamed.class).map(Known::fact).toList(), ProgrammeRenamed::from),
                new LanguageNames(
                        facts.all(ProgrammeNamed.class).map(Known::fact).toList(),
                        facts.all(ProgrammeRenamed.class).map(Known::fact).toList()),
                new Dated<>(
                        facts.all(ProgrammeCurriculumSet.class).map(Known::fact).toList(),
                        ProgrammeCurriculumSet::from),
                facts.first(ProgrammeClosed.class)
                        .map(known -> known.fact().on())
                        .orElse(null),
                facts.all().stream().flatMap(known -> known.behind().stream()).toList());
        Piecewise days = new Piecewise().bound(life.from()).bound(life.closed());
        life.names().bound(days);
        life.inLanguages().bound(days);
        life.themes().bound(days);
        return days.segments(life::on);
    }

    private record Life(
            Known<ProgrammeEstablished> established,
            Dated<ProgrammeRenamed> names,
            LanguageNames inLanguages,
            Dated<ProgrammeCurriculumSet> themes,
            @Nullable HistoricalDate closed,
            List<Long> behind) {

        /** Without a date it may have run on any day. */
        HistoricalDate from() {
            HistoricalDate on = established.fact().establishedOn();
            return on == null ? HistoricalDate.unknown() : on;
        }

        Held<Programme> on(LocalDate day) {
            ProgrammeRenamed renamed = names.on(day);
            ProgrammeCurriculumSet curriculum = themes.on(day);
            Programme programme = new Programme(
                    renamed == null ? established.fact().name() : renamed.name(),
                    inLanguages.on(day),
                    status(day),
                    established.fact().establishedOn(),
                    closed,
                    curriculum == null ? List.of() : curriculum.themes(),
                    established.fact().factId().value(),
                    established.known().source());
            boolean certain =
                    names.certainOn(day) && inLanguages.certainOn(day) && themes.certainOn(day) && statusIsCertain(day);
            return new Held<>(programme, certain, behind);
        }

        private String status(LocalDate day) {
            if (new Period(from(), closed).possible(day)) {
                return "ACTIVE";
            }
            return day.isBefore(from().earliest()) ? "PLANNED" : "CLOSED";
        }

        private boolean statusIsCertain(LocalDate day) {
            return switch (status(day)) {
                case "ACTIVE" -> new Period(from(), closed).certain(day);
                case "PLANNED" -> true;
                default -> closed == null || !day.isBefore(closed.certainFrom());
            };
        }
    }

    @Override
    protected @Nullable Object[] values(Programme programme) {
        return new @Nullable Object[] {
            programme.name(),
            LanguageNames.json(programme.names()),
            programme.status(),
            programme.establishedOn(),
            programme.closedOn(),
            programme.themes(),
            programme.factId(),
            programme.source()
        };
    }
}

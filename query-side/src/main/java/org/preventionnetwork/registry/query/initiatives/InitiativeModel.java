package org.preventionnetwork.registry.query.initiatives;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * A national initiative: whether it is launched on a day, and at what stage. Where no launch date is known, the date of
 * its earliest stage counts; where there is none either, it may have been launched on any day.
 */
final class InitiativeModel extends BeliefModel<InitiativeModel.Initiative> {
    private static final String ALL = "initiative";

    /**
     * @param startedOn the date that counts as its launch, or null
     * @param stageCertain whether the stage does not depend on what imprecise dates mean
     */
    record Initiative(
            InitiativeLaunched fact,
            @Nullable HistoricalDate startedOn,
            boolean launched,
            @Nullable String stage,
            @Nullable HistoricalDate stageOn,
            boolean stageCertain,
            @Nullable String source) {}

    InitiativeModel() {
        super(
                "initiative",
                List.of(
                        "title text NOT NULL",
                        "states text[] NOT NULL",
                        "network text",
                        "type text NOT NULL",
                        "lead_institution text",
                        "launched_on text",
                        "started_on text",
                        "launched boolean NOT NULL",
                        "stage text",
                        "stage_on text",
                        "stage_certain boolean NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.initiative USING gin (states)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof InitiativeLaunched || fact instanceof InitiativeStageChanged ? List.of(ALL) : List.of();
    }

    @Override
    protected List<Segment<Initiative>> segments(KnownFacts facts, String topic) {
        Optional<Known<InitiativeLaunched>> launched = facts.first(InitiativeLaunched.class);
        if (launched.isEmpty()) {
            return List.of();
        }
        List<KnownFact> stages =
                facts.all(InitiativeStageChanged.class).map(Known::known).toList();
        Life life = new Life(
                launched.get(),
                start(launched.get().fact(), stages),
                new Dated<>(stages, stage -> stage.fact().effectiveOn()),
                facts.all().stream()
                        .filter(known -> !topicsOf(facts, known.fact()).isEmpty())
                        .flatMap(known -> known.behind().stream())
                        .toList());
        Piecewise days = new Piecewise().bound(life.started());
        life.stages().bound(days);
        return days.segments(life::on);
    }

    private static @Nullable HistoricalDate start(InitiativeLaunched launched, List<KnownFact> stages) {
        HistoricalDate on = launched.launchedOn();
        if (on != null && !on.isUnknown()) {
            return on;
        }
        HistoricalDate earliest = null;
        for (KnownFact stage : stages) {
            HistoricalDate date = stage.fact().effectiveOn();
            if (date != null && !date.isUnknown() && (earliest == null || BY_DAYS.compare(date, earliest) < 0)) {
                earliest = date;
            }
        }
        return earliest;
    }

    private static final Comparator<HistoricalDate> BY_DAYS =
            Comparator.comparing(HistoricalDate::earliest).thenComparing(HistoricalDate::latest);

    private record Life(
            Known<InitiativeLaunched> launch,
            @Nullable HistoricalDate started,
            Dated<KnownFact> stages,
            List<Long> behind) {

        Held<Initiative> on(LocalDate day) {
            boolean launched = started == null || !day.isBefore(started.earliest());
            boolean certain = started != null && (!launched || !day.isBefore(started.certainFrom()));
            KnownFact stage = stages.on(day);
            Initiative initiative = new Initiative(
                    launch.fact(),
                    started,
                    launched,
                    stage == null
                            ? null
                            : ((InitiativeStageChanged) stage.fact()).stage().name(),
                    stage == null ? null : stage.fact().effectiveOn(),
                    stage != null && stage.fact().effectiveOn() != null && stages.certainOn(day),
                    launch.known().source());
            return new Held<>(initiative, certain, behind);
        }
    }

    @Override
    protected @Nullable Object[] values(Initiative initiative) {
        InitiativeLaunched fact = initiative.fact();
        return new @Nullable Object[] {
            fact.title(),
            fact.states(),
            fact.network(),
            fact.type(),
            fact.leadInstitution(),
            fact.launchedOn(),
            initiative.startedOn(),
            initiative.launched(),
            initiative.stage(),
            initiative.stageOn(),
            initiative.stageCertain(),
            fact.factId(),
            initiative.source()
        };
    }
}

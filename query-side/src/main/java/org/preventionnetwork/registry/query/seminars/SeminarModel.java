package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EditionFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorReleased;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** A seminar itself: what it is, where and when it is to be, and whether it is planned, held or cancelled on a day. */
final class SeminarModel extends BeliefModel<SeminarModel.Seminar> {
    static final String ALL = "seminar";

    /**
     * @param status PLANNED, CONVENED (in session), HELD or CANCELLED
     * @param begun whether the day of its start can have come, held or not
     * @param held whether it took place and can have begun
     * @param heldCertainly whether that is certain, whatever else is not
     * @param over whether its last day can have come, or its conclusion before; then it is held, and no longer in session
     * @param overCertainly whether that is certain, whatever else is not
     */
    record Standing(
            String status,
            boolean begun,
            boolean held,
            boolean heldCertainly,
            boolean over,
            boolean overCertainly,
            boolean certain) {
        static Standing notHeld(String status, boolean begun, boolean certain) {
            return new Standing(status, begun, false, false, false, false, certain);
        }
    }

    /**
     * @param startsOn,endsOn as they were to be on that day
     * @param begunBy the first day on which it has certainly begun, whatever day is asked about, if it took place
     * @param endedBy the first day on which it is certainly over, whatever day is asked about, if it took place
     */
    record Seminar(
            SeminarScheduled scheduled,
            @Nullable String mode,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable String city,
            @Nullable StateCode state,
            @Nullable String venue,
            @Nullable Integer capacity,
            List<String> themes,
            List<String> coOrganisers,
            @Nullable Boolean enrollmentOpen,
            Standing standing,
            boolean concluded,
            LocalDate begunBy,
            LocalDate endedBy,
            @Nullable String source) {}

    SeminarModel() {
        super(
                "seminar",
                List.of(
                        "title text NOT NULL",
                        "programme text NOT NULL",
                        "edition text NOT NULL",
                        "cycle text",
                        "part int",
                        "mode text",
                        "starts_on text NOT NULL",
                        "ends_on text",
                        "starts_earliest date NOT NULL",
                        "starts_latest date NOT NULL",
                        "ends_latest date",
                        "city text",
                        "state text",
                        "venue text",
                        "capacity int",
                        "languages text[] NOT NULL",
                        "foundational boolean NOT NULL",
                        "themes text[] NOT NULL",
                        "co_organisers text[] NOT NULL",
                        "enrollment_open boolean",
                        "status text NOT NULL",
                        "begun boolean NOT NULL",
                        "held boolean NOT NULL",
                        "held_certain boolean NOT NULL",
                        "over boolean NOT NULL",
                        "over_certain boolean NOT NULL",
                        "concluded boolean NOT NULL",
                        "begun_by date NOT NULL",
                        "ended_by date NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.seminar (programme)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return isOfTheSeminarItself(fact) ? List.of(ALL) : List.of();
    }

    private static boolean isOfTheSeminarItself(Fact fact) {
        return fact instanceof EditionFact
                && !(fact instanceof SeminarFiguresReported)
                && !(fact instanceof RosterDeclaredComplete)
                && !(fact instanceof SeminarGivenForNetwork)
                && !(fact instanceof InstructorAssigned)
                && !(fact instanceof InstructorReleased);
    }

    @Override
    protected List<Segment<Seminar>> segments(KnownFacts facts, String topic) {
        List<KnownFact> own = facts.about("").stream()
                .filter(known -> isOfTheSeminarItself(known.fact()))
                .toList();
        Known<SeminarScheduled> scheduled =
                facts.about("", SeminarScheduled.class).findFirst().orElse(null);
        if (scheduled == null) {
            return List.of();
        }
        SeminarLife life = SeminarLife.of(scheduled, own, facts.history());
        Piecewise days = new Piecewise();
        life.bound(days);
        return days.segments(life::on);
    }

    @Override
    protected @Nullable Object[] values(Seminar seminar) {
        SeminarScheduled scheduled = seminar.scheduled();
        HistoricalDate endsOn = seminar.endsOn();
        Standing standing = seminar.standing();
        return new @Nullable Object[] {
            scheduled.title(),
            scheduled.programme(),
            scheduled.edition(),
            scheduled.cycle(),
            scheduled.part(),
            seminar.mode(),
            seminar.startsOn(),
            endsOn,
            seminar.startsOn().earliest(),
            seminar.startsOn().latest(),
            endsOn == null ? null : endsOn.latest(),
            seminar.city(),
            seminar.state(),
            seminar.venue(),
            seminar.capacity(),
            scheduled.languages(),
            scheduled.foundational(),
            seminar.themes(),
            seminar.coOrganisers(),
            seminar.enrollmentOpen(),
            standing.status(),
            standing.begun(),
            standing.held(),
            standing.heldCertainly(),
            standing.over(),
            standing.overCertainly(),
            seminar.concluded(),
            seminar.begunBy(),
            seminar.endedBy(),
            scheduled.factId(),
            seminar.source()
        };
    }
}

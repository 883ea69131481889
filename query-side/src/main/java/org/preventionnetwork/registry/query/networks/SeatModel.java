package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Who holds a state's seat as focal point on a day; after its holder is relieved the seat is vacant. */
final class SeatModel extends BeliefModel<SeatModel.Seat> {
    record Seat(
            String seatId,
            String state,
            @Nullable String institution,
            @Nullable String official,
            boolean acting,
            boolean vacant,
            String from,
            @Nullable String until,
            String factId,
            @Nullable String source) {}

    SeatModel() {
        super(
                "focal_point",
                List.of(
                        "seat_id text NOT NULL",
                        "state text NOT NULL",
                        "institution text",
                        "official text",
                        "acting boolean NOT NULL",
                        "vacant boolean NOT NULL",
                        "from_on text NOT NULL",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof FocalPointFact seat ? List.of(seat.seatId().value()) : List.of();
    }

    @Override
    protected List<Segment<Seat>> segments(KnownFacts facts, String seatId) {
        // A membership or a meeting may bear the same id.
        List<KnownFact> seat = facts.about(seatId).stream()
                .filter(known -> known.fact() instanceof FocalPointFact)
                .toList();
        Optional<KnownFact> opening = seat.stream()
                .filter(known -> !(known.fact() instanceof FocalPointRelieved))
                .findFirst();
        if (opening.isEmpty()) {
            return List.of();
        }
        Optional<Known<FocalPointRelieved>> relieved =
                facts.about(seatId, FocalPointRelieved.class).findFirst();
        HistoricalDate until = relieved.map(known -> known.fact().on()).orElse(null);
        List<Long> behind =
                seat.stream().flatMap(known -> known.behind().stream()).toList();
        Seat held = seat(opening.get(), until);
        Period period = new Period(HistoricalDate.parse(held.from()), until);
        return new Piecewise().bound(period.from()).bound(until).segments(day -> on(day, held, period, behind));
    }

    private static @Nullable Held<Seat> on(LocalDate day, Seat held, Period period, List<Long> behind) {
        if (period.possible(day)) {
            return new Held<>(held, period.certain(day), behind);
        }
        HistoricalDate until = period.until();
        if (until != null
                && !day.isBefore(until.earliest())
                && !day.isBefore(period.from().earliest())) {
            Seat vacant = new Seat(
                    held.seatId(), held.state(), null, null, false, true, until.toString(), null, held.factId(), null);
            return new Held<>(vacant, !day.isBefore(until.certainFrom()), behind);
        }
        return null;
    }

    private static Seat seat(KnownFact opening, @Nullable HistoricalDate until) {
        String ending = until == null ? null : until.toString();
        if (opening.fact() instanceof FocalPointActing acting) {
            return new Seat(
                    acting.seatId().value(),
                    acting.state().value(),
                    acting.institution().value(),
                    acting.official() == null ? null : acting.official().value(),
                    true,
                    false,
                    acting.from().toString(),
                    ending,
                    acting.factId().value(),
                    opening.source());
        }
        FocalPointDesignated designated = (FocalPointDesignated) opening.fact();
        return new Seat(
                designated.seatId().value(),
                designated.state().value(),
                designated.institution().value(),
                designated.official() == null ? null : designated.official().value(),
                false,
                false,
                designated.from().toString(),
                ending,
                designated.factId().value(),
                opening.source());
    }

    @Override
    protected @Nullable Object[] values(Seat seat) {
        return new @Nullable Object[] {
            seat.seatId(),
            seat.state(),
            seat.institution(),
            seat.official(),
            seat.acting(),
            seat.vacant(),
            seat.from(),
            seat.until(),
            seat.factId(),
            seat.source()
        };
    }
}

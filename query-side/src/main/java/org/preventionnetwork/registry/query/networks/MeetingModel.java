package org.preventionnetwork.registry.query.networks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Meetings of a network; each has been held from its first day on. */
final class MeetingModel extends BeliefModel<Known<MeetingHeld>> {

    MeetingModel() {
        super(
                "meeting",
                List.of(
                        "meeting_id text NOT NULL",
                        "title text NOT NULL",
                        "ordinal int",
                        "starts_on text NOT NULL",
                        "ends_on text",
                        "mode text",
                        "city text",
                        "host_state text",
                        "attending_states text[] NOT NULL",
                        "declaration text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof MeetingHeld meeting ? List.of(meeting.meetingId().value()) : List.of();
    }

    @Override
    protected List<Segment<Known<MeetingHeld>>> segments(KnownFacts facts, String meetingId) {
        Optional<Known<MeetingHeld>> meeting =
                facts.about(meetingId, MeetingHeld.class).findFirst();
        if (meeting.isEmpty()) {
            return List.of();
        }
        var starts = meeting.get().fact().startsOn();
        return new Piecewise()
                .bound(starts)
                .segments(day -> day.isBefore(starts.earliest())
                        ? null
                        : new Held<>(
                                meeting.get(),
                                !day.isBefore(starts.certainFrom()),
                                meeting.get().known().behind()));
    }

    @Override
    protected @Nullable Object[] values(Known<MeetingHeld> known) {
        MeetingHeld meeting = known.fact();
        return new @Nullable Object[] {
            meeting.meetingId(),
            meeting.title(),
            meeting.ordinal(),
            meeting.startsOn(),
            meeting.endsOn(),
            meeting.mode(),
            meeting.city(),
            meeting.hostState(),
            meeting.attendingStates(),
            meeting.declaration(),
            meeting.factId(),
            known.known().source()
        };
    }
}

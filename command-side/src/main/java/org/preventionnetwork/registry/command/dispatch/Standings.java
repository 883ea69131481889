package org.preventionnetwork.registry.command.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;

/**
 * Whether there is, to new facts, such an official. The event store is asked each time how many events it has, and for
 * them only where that has changed.
 */
final class Standings {
    private static final int REMEMBERED = 50_000;

    private final EventStore events;
    private final Map<OfficialId, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OfficialId, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    Standings(EventStore events) {
        this.events = events;
    }

    enum Standing {
        /** Never recorded. */
        UNKNOWN,
        REGISTERED,
        /** Registered by mistake: the registration is annulled. */
        ANNULLED,
        /** For ever. */
        ERASED
    }

    private record Known(long last, Standing standing) {}

    Standing of(OfficialId official) {
        long last = events.lastSequenceNumberFor(official.aggregateId()).orElse(-1L);
        synchronized (known) {
            @Nullable Known before = known.get(official);
            if (before != null && before.last == last) {
                return before.standing;
            }
        }
        Standing standing = last < 0 ? Standing.UNKNOWN : read(official);
        synchronized (known) {
            known.put(official, new Known(last, standing));
        }
        return standing;
    }

    /** @return why nothing new may name the official, or null where it may */
    @Nullable
    Refused refusal(OfficialId official, @Nullable String field) {
        return switch (of(official)) {
            case UNKNOWN, REGISTERED -> null;
            case ERASED ->
                refused(
                        RefusalCode.OFFICIAL_ERASED,
                        "the data of official '" + official + "' was erased; nothing new is recorded of the id",
                        field);
            case ANNULLED ->
                refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        "the registration of official '" + official + "' is annulled",
                        field);
        };
    }

    private static Refused refused(RefusalCode code, String detail, @Nullable String field) {
        return new Refused(new Refusal(code, detail, List.of(), field));
    }

    /** Kinds of events tell nearly always; only where something was annulled they are read, which takes the person's key. */
    private Standing read(OfficialId official) {
        boolean registered = false;
        boolean annulled = false;
        DomainEventStream recorded = events.readEvents(official.aggregateId());
        while (recorded.hasNext()) {
            Class<?> type = recorded.next().getPayloadType();
            if (type == OfficialErased.class) {
                return Standing.ERASED;
            }
            registered |= type == OfficialRegistered.class;
            annulled |= type == FactAnnulled.class;
        }
        return !registered
                ? Standing.UNKNOWN
                : !annulled || isRegistered(official) ? Standing.REGISTERED : Standing.ANNULLED;
    }

    private boolean isRegistered(OfficialId official) {
        return RecordedFacts.of(official, events)
                .all(OfficialRegistered.class)
                .findAny()
                .isPresent();
    }
}

package org.preventionnetwork.registry.query.projection.engine;

import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.RecordedEvent;

/** Takes events from the ledger and gives them the form that projections work with. */
final class RecordedEvents implements EntityHistory {
    private final LedgerReader ledger;

    RecordedEvents(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public void read(Map<String, Long> before, Consumer<RecordedEvent> reader) {
        ledger.readEntities(before).stream().map(RecordedEvents::of).forEach(reader);
    }

    /** The aggregate's id, without deserialising anything. */
    static String entityOf(LedgerEvent at) {
        return ((DomainEventMessage<?>) at.message()).getAggregateIdentifier();
    }

    /** The logical name of the event's type. */
    static String nameOf(LedgerEvent at) {
        EventCatalogue.StoredName name =
                EventCatalogue.standard().nameOf(at.message().getPayloadType());
        return name == null ? at.message().getPayloadType().getName() : name.name();
    }

    static RecordedEvent of(LedgerEvent at) {
        DomainEventMessage<?> message = (DomainEventMessage<?>) at.message();
        return new RecordedEvent(
                at.position(),
                at.knownAt(),
                message.getIdentifier(),
                nameOf(at),
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                message.getMetaData(),
                () -> (RegistryEvent) message.getPayload());
    }
}

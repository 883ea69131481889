package org.preventionnetwork.registry.command.editions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionCommand.AnnulFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.CorrectFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.PinEdition;
import org.preventionnetwork.registry.api.editions.EditionCommand.WithdrawEdition;
import org.preventionnetwork.registry.api.editions.EditionEntity;
import org.preventionnetwork.registry.api.editions.EditionEvent;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.command.timeline.Timeline;

/**
 * One edition of a report, until its publisher takes it back. Which position is the ledger's last it is told with the
 * command, so that it decides the same wherever it is asked.
 */
@Aggregate(cache = "aggregateCache")
class EditionAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<EditionFact> timeline =
            new Timeline<>(EditionEntity.KIND, EditionRules.ALL, AggregateLifecycle::apply);
    /** Those the edition is pinned to, and was before a correction; a retry that names none means one of them. */
    private final Set<Long> positions = new LinkedHashSet<>();

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(
            PinEdition command, Provenance provenance, @MetaDataValue(Provenance.LEDGER_HEAD) @Nullable Long head) {
        return timeline.record(pinned(command, provenance, head), provenance);
    }

    private EditionPinned pinned(PinEdition command, Provenance provenance, @Nullable Long head) {
        if (command.position() != null) {
            EditionPinned pinned = pinnedTo(command.position(), command);
            requireWithinLedger(pinned, head);
            return pinned;
        }
        return positions.stream()
                .map(position -> pinnedTo(position, command))
                .filter(pinned -> timeline.knows(pinned, provenance))
                .findFirst()
                .orElseGet(() -> pinnedTo(now(head), command));
    }

    private static EditionPinned pinnedTo(long position, PinEdition command) {
        return new EditionPinned(
                command.editionId(),
                command.factId(),
                command.title(),
                command.publishedOn(),
                position,
                command.figures());
    }

    private static long now(@Nullable Long head) {
        if (head == null) {
            throw new Refused(new Refusal(
                    RefusalCode.INCOMPLETE,
                    "name a position: how far the ledger reaches is not known here",
                    List.of(),
                    "position"));
        }
        if (head < 1) {
            throw new Refused(new Refusal(
                    RefusalCode.POSITION_BEYOND_LEDGER,
                    "the ledger is empty: there is nothing to pin figures to",
                    List.of(),
                    "position"));
        }
        return head;
    }

    private static void requireWithinLedger(EditionPinned pinned, @Nullable Long head) {
        if (head != null && pinned.position() > head) {
            throw new Refused(new Refusal(
                    RefusalCode.POSITION_BEYOND_LEDGER,
                    "the ledger reaches to position " + head + " so far, not to " + pinned.position(),
                    List.of(),
                    "position"));
        }
    }

    @CommandHandler
    Recorded handle(WithdrawEdition command, Provenance provenance) {
        return timeline.record(new EditionWithdrawn(command.editionId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(
            CorrectFact command, Provenance provenance, @MetaDataValue(Provenance.LEDGER_HEAD) @Nullable Long head) {
        if (timeline.patched(timeline.require(command.factId()), command.patch()) instanceof EditionPinned corrected) {
            requireWithinLedger(corrected, head);
        }
        return timeline.correct(command, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulFact command, Provenance provenance) {
        return timeline.annul(command, provenance);
    }

    @EventSourcingHandler
    void on(EditionEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
        EditionEvent now = event instanceof Correction correction ? (EditionFact) correction.replacement() : event;
        if (now instanceof EditionPinned pinned) {
            positions.add(pinned.position());
        } else if (timeline.facts().only(EditionPinned.class).isEmpty()) {
            positions.clear();
        }
    }
}

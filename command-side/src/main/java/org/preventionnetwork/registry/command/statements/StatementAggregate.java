package org.preventionnetwork.registry.command.statements;

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
import org.preventionnetwork.registry.api.facts.*;
import org.preventionnetwork.registry.api.statements.StatementCommand.*;
import org.preventionnetwork.registry.api.statements.StatementEntity;
import org.preventionnetwork.registry.api.statements.StatementEvent;
import org.preventionnetwork.registry.api.statements.StatementEvent.*;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** One published figure, until its publisher takes it back. */
@Aggregate(cache = "aggregateCache")
class StatementAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<StatementFact> timeline =
            new Timeline<>(StatementEntity.KIND, StatementRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(PublishStatement command, Provenance provenance) {
        return timeline.record(
                new StatementPublished(
                        command.statementId(),
                        command.factId(),
                        command.statedOn(),
                        command.metric(),
                        command.qualifier(),
                        command.value(),
                        command.scope(),
                        command.roster()),
                provenance);
    }

    @CommandHandler
    Recorded handle(WithdrawStatement command, Provenance provenance) {
        return timeline.record(
                new StatementWithdrawn(command.statementId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(CorrectFact command, Provenance provenance) {
        return timeline.correct(command, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulFact command, Provenance provenance) {
        return timeline.annul(command, provenance);
    }

    @EventSourcingHandler
    void on(StatementEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }
}

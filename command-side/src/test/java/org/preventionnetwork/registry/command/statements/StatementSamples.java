package org.preventionnetwork.registry.command.statements;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementCommand.PublishStatement;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;
import org.preventionnetwork.registry.api.statements.StatementId;

/** A published figure and what can be recorded about it, for tests. */
final class StatementSamples {
    static final StatementId STATEMENT = new StatementId("st-001");
    static final Scope NETWORK = new Scope("latin-american-network");
    static final List<StateCode> ROSTER = List.of(new StateCode("AR"), new StateCode("BR"));
    static final StatementPublished PUBLISHED = published(Metric.MEMBER_STATES, 18, ROSTER);

    private StatementSamples() {}

    static StatementPublished published(Metric metric, long value, List<StateCode> roster) {
        return new StatementPublished(
                STATEMENT, fact("published"), date("2013"), metric, Qualifier.EXACTLY, value, NETWORK, roster);
    }

    static PublishStatement publish(Metric metric, long value, List<StateCode> roster) {
        return new PublishStatement(
                STATEMENT, fact("published"), date("2013"), metric, Qualifier.EXACTLY, value, NETWORK, roster);
    }

    static StatementWithdrawn withdrawn(String on) {
        return new StatementWithdrawn(STATEMENT, fact("withdrawn"), date(on));
    }
}

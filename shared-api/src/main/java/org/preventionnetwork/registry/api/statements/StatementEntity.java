package org.preventionnetwork.registry.api.statements;

import java.util.List;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactAnnulled;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactCorrected;
import org.preventionnetwork.registry.api.statements.StatementEvent.SourceAdded;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementFact;

/** What a kind of entity a statement is. */
public final class StatementEntity {
    public static final EntityKind<StatementFact> KIND = EntityKind.of(
                    EntityType.STATEMENT,
                    StatementId.class,
                    StatementId::new,
                    StatementEvent.class,
                    StatementFact.class,
                    StatementCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(StatementCommand.CorrectFact::new, StatementCommand.AnnulFact::new)
            .shown(Shown.by("statement", List.of("metric", "value"), List.of("stated_on")))
            .home(new HomeScope.Nowhere())
            .build();

    private StatementEntity() {}
}

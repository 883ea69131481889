package org.preventionnetwork.registry.api.programmes;

import java.util.List;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.ServeNetwork;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactCorrected;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.SourceAdded;

/** What a kind of entity a programme is. */
public final class ProgrammeEntity {
    public static final EntityKind<ProgrammeFact> KIND = EntityKind.of(
                    EntityType.PROGRAMME,
                    ProgrammeId.class,
                    ProgrammeId::new,
                    ProgrammeEvent.class,
                    ProgrammeFact.class,
                    ProgrammeCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(ProgrammeCommand.CorrectFact::new, ProgrammeCommand.AnnulFact::new)
            .named(ProgrammeEstablished.class, ProgrammeEstablished::name)
            .renamed(ProgrammeRenamed.class, ProgrammeRenamed::name)
            .shown(Shown.byName("programme", List.of()))
            .home(new HomeScope.Itself(List.of(new HomeScope.ByField(
                    "network",
                    new HomeScope.Naming<>(NetworkServed.class, NetworkServed::network),
                    new HomeScope.Naming<>(ServeNetwork.class, ServeNetwork::network)))))
            .build();

    private ProgrammeEntity() {}
}

package org.preventionnetwork.registry.api.initiatives;

import java.util.List;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.facts.WholeCorrection;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AssignInitiativeToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactCorrected;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.SourceAdded;

/** What a kind of entity an initiative is. */
public final class InitiativeEntity {
    public static final EntityKind<InitiativeFact> KIND = EntityKind.of(
                    EntityType.INITIATIVE,
                    InitiativeId.class,
                    InitiativeId::new,
                    InitiativeEvent.class,
                    InitiativeFact.class,
                    InitiativeCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(InitiativeCommand.CorrectFact::new, InitiativeCommand.AnnulFact::new)
            .named(InitiativeLaunched.class, InitiativeLaunched::title)
            .shown(Shown.by("initiative", List.of("title"), List.of("states")))
            .correctedAsWhole(
                    InitiativeLaunched.class,
                    new WholeCorrection(
                            InitiativeCommand.CorrectInitiative.class,
                            LaunchInitiative.class,
                            List.of("title", "states", "network", "type", "leadInstitution", "launchedOn"),
                            false))
            .home(new HomeScope.Named(
                    List.of(new HomeScope.ByField(
                            "network",
                            new HomeScope.Naming<>(InitiativeLaunched.class, InitiativeLaunched::network),
                            new HomeScope.Naming<>(LaunchInitiative.class, LaunchInitiative::network))),
                    List.of(new HomeScope.ByField(
                            "programme",
                            new HomeScope.Naming<>(
                                    InitiativeAssignedToProgramme.class, InitiativeAssignedToProgramme::programme),
                            new HomeScope.Naming<>(
                                    AssignInitiativeToProgramme.class, AssignInitiativeToProgramme::programme)))))
            .build();

    private InitiativeEntity() {}
}

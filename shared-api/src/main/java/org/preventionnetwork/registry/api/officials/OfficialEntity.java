package org.preventionnetwork.registry.api.officials;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.SourceAdded;

/** What a kind of entity an official is. */
public final class OfficialEntity {
    public static final EntityKind<OfficialFact> KIND = EntityKind.of(
                    EntityType.OFFICIAL,
                    OfficialId.class,
                    OfficialId::new,
                    OfficialEvent.class,
                    OfficialFact.class,
                    OfficialCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(OfficialCommand.CorrectFact::new, OfficialCommand.AnnulFact::new)
            .home(new HomeScope.AddedToByAll(Set.of(
                    OfficialCommand.RegisterOfficial.class,
                    OfficialCommand.ChangeContact.class,
                    OfficialCommand.ChangeAffiliation.class,
                    OfficialCommand.GrantAlumniStatus.class,
                    OfficialCommand.RevokeAlumniStatus.class)))
            .build();

    private OfficialEntity() {}
}

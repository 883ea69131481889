package org.preventionnetwork.registry.api.editions;

import java.util.List;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactCorrected;
import org.preventionnetwork.registry.api.editions.EditionEvent.SourceAdded;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.Shown;

/** What a kind of entity an edition is. */
public final class EditionEntity {
    public static final EntityKind<EditionFact> KIND = EntityKind.of(
                    EntityType.EDITION,
                    EditionId.class,
                    EditionId::new,
                    EditionEvent.class,
                    EditionFact.class,
                    EditionCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(EditionCommand.CorrectFact::new, EditionCommand.AnnulFact::new)
            .named(EditionPinned.class, EditionPinned::title)
            .shown(Shown.by("edition", List.of("title"), List.of("published_on")))
            .home(new HomeScope.Nowhere())
            .build();

    private EditionEntity() {}
}

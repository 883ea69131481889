package org.preventionnetwork.registry.api.institutions;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactCorrected;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.SourceAdded;

/** What a kind of entity an institution is. */
public final class InstitutionEntity {
    public static final EntityKind<InstitutionFact> KIND = EntityKind.of(
                    EntityType.INSTITUTION,
                    InstitutionId.class,
                    InstitutionId::new,
                    InstitutionEvent.class,
                    InstitutionFact.class,
                    InstitutionCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(InstitutionCommand.CorrectFact::new, InstitutionCommand.AnnulFact::new)
            .named(InstitutionRegistered.class, InstitutionRegistered::name)
            .renamed(InstitutionRenamed.class, InstitutionRenamed::name)
            .shown(Shown.byName("institution", List.of("state")))
            .home(new HomeScope.AddedToByAll(Set.of(
                    InstitutionCommand.RegisterInstitution.class,
                    InstitutionCommand.RenameInstitution.class,
                    InstitutionCommand.NameInstitution.class,
                    InstitutionCommand.OpenOffice.class,
                    InstitutionCommand.CloseOffice.class,
                    InstitutionCommand.PartnerInstitution.class,
                    InstitutionCommand.SucceedInstitution.class,
                    InstitutionCommand.DissolveInstitution.class)))
            .part(new PartKind(
                    OfficeId.class, "offices", Shown.by("institution_office", List.of("city"), List.of("state"))))
            .build();

    private InstitutionEntity() {}
}

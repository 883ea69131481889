package org.preventionnetwork.registry.api.seminars;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.facts.WholeCorrection;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.GiveSeminarForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SourceAdded;

/** What a kind of entity a seminar is. */
public final class SeminarEntity {
    public static final EntityKind<SeminarFact> KIND = EntityKind.of(
                    EntityType.SEMINAR,
                    SeminarId.class,
                    SeminarId::new,
                    SeminarEvent.class,
                    SeminarFact.class,
                    SeminarCommand.class)
            .amended(SourceAdded::new, FactCorrected::new, FactAnnulled::new)
            .amendedBy(SeminarCommand.CorrectFact::new, SeminarCommand.AnnulFact::new)
            .named(SeminarScheduled.class, SeminarScheduled::title)
            .shown(Shown.by("seminar", List.of("title"), List.of("starts_on")))
            .home(new HomeScope.Named(
                    List.of(new HomeScope.ByField(
                            "programme",
                            new HomeScope.Naming<>(SeminarScheduled.class, SeminarScheduled::programme),
                            new HomeScope.Naming<>(ScheduleSeminar.class, ScheduleSeminar::programme))),
                    List.of(new HomeScope.ByField(
                            "network",
                            new HomeScope.Naming<>(SeminarGivenForNetwork.class, SeminarGivenForNetwork::network),
                            new HomeScope.Naming<>(GiveSeminarForNetwork.class, GiveSeminarForNetwork::network)))))
            .part(new PartKind(
                    EnrollmentId.class,
                    "enrollments",
                    Shown.ofOfficial("enrollment", List.of(), List.of("status", "status_on")),
                    new WholeCorrection(
                            EnrollmentCommand.CorrectEnrollment.class,
                            EnrollmentCommand.RecordEnrollment.class,
                            List.of("official", "nominatedBy", "status", "on", "certificate"),
                            false),
                    null,
                    Map.of(),
                    Set.of()))
            .build();

    private SeminarEntity() {}
}

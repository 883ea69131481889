package org.preventionnetwork.registry.command.officials;

import static org.preventionnetwork.registry.command.officials.OfficialSamples.ARGENTINA;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.CANONICAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.MINISTRY;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OTHER;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTERED;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.affiliation;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.contact;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.granted;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.merged;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.revoked;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.text;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class OfficialRevisionsTest extends RevisionConformance<OfficialFact> {
    OfficialRevisionsTest() {
        super(OfficialAggregate.class, OfficialFact.class);
    }

    @Override
    protected List<Revision<OfficialFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        REGISTERED,
                        "{\"fullName\": \"Ana Maria Perez\", \"email\": null}",
                        new OfficialRegistered(
                                OFFICIAL,
                                fact("registered"),
                                text("Ana Maria Perez"),
                                null,
                                ARGENTINA,
                                MINISTRY,
                                text("Director"),
                                date("2012"))),
                Revision.of(
                        List.of(REGISTERED),
                        contact(null, "perez@example.org"),
                        "{\"email\": \"a.perez@example.org\"}",
                        contact(null, "a.perez@example.org")),
                Revision.of(
                        List.of(REGISTERED),
                        affiliation("Minister", "2015"),
                        "{\"position\": \"Deputy minister\"}",
                        affiliation("Deputy minister", "2015")),
                Revision.of(
                        List.of(REGISTERED),
                        granted("2015"),
                        "{\"on\": \"2016\"}",
                        new AlumniStatusGranted(OFFICIAL, fact("granted-2015"), date("2016"))),
                Revision.of(
                        List.of(REGISTERED),
                        revoked("2015"),
                        "{\"on\": \"2016\"}",
                        new AlumniStatusRevoked(OFFICIAL, fact("revoked-2015"), date("2016"))),
                Revision.of(
                        List.of(REGISTERED), merged("m-1", CANONICAL), "{\"into\": \"o-3\"}", merged("m-1", OTHER)));
    }

    /** An unmerge names the record it was merged into, and an erasure is for ever. */
    @Override
    protected Set<Class<? extends OfficialFact>> exempt() {
        return Set.of(OfficialsUnmerged.class, OfficialErased.class);
    }

    @Override
    protected CorrectsFact correct(Revision<OfficialFact> revision, CorrectionKind kind) {
        return new CorrectFact(OFFICIAL, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(OFFICIAL, factId, null);
    }

    @Override
    protected RegistryEvent corrected(OfficialFact replacement, CorrectionKind kind) {
        return new FactCorrected(OFFICIAL, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(OFFICIAL, factId, null);
    }
}

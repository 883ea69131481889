package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.command.networks.NetworkSamples.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.MeetingId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.*;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.networks.NetworkList;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class NetworkRevisionsTest extends RevisionConformance<NetworkFact> {
    private static final StateAdmitted ADMITTED = admitted("ar", "AR", MembershipKind.OBSERVER, "2012-04");

    NetworkRevisionsTest() {
        super(NetworkAggregate.class, NetworkFact.class);
    }

    @Override
    protected List<Revision<NetworkFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        REGISTERED,
                        "{\"kind\": \"INTERNATIONAL\"}",
                        new NetworkRegistered(
                                NETWORK, fact("registered"), "Latin American Network", NetworkKind.INTERNATIONAL)),
                Revision.of(List.of(REGISTERED), announced("2011"), "{\"on\": \"2011-05\"}", announced("2011-05")),
                Revision.of(
                        List.of(REGISTERED),
                        FOUNDED,
                        "{\"on\": \"2012\"}",
                        new NetworkFounded(NETWORK, fact("registered.founded"), date("2012"))),
                Revision.of(
                        List.of(REGISTERED, FOUNDED),
                        renamed("Red", "2015"),
                        "{\"name\": \"Red Latinoamericana\", \"from\": \"2016\"}",
                        renamed("Red Latinoamericana", "2016")),
                Revision.of(
                        List.of(REGISTERED),
                        new NetworkNamed(NETWORK, fact("named"), NameLanguage.ES, "Red", null),
                        "{\"from\": \"2013\"}",
                        new NetworkNamed(NETWORK, fact("named"), NameLanguage.ES, "Red", date("2013"))),
                Revision.of(
                        List.of(REGISTERED, FOUNDED),
                        new CharterAdopted(NETWORK, fact("charter"), "Charter", date("2013")),
                        "{\"title\": \"The charter\"}",
                        new CharterAdopted(NETWORK, fact("charter"), "The charter", date("2013"))),
                Revision.of(List.of(REGISTERED), secretariat("2012"), "{\"from\": null}", secretariat(null)),
                Revision.of(List.of(REGISTERED, FOUNDED), dissolved("2020"), "{\"on\": \"2021~\"}", dissolved("2021~")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED),
                        ADMITTED,
                        "{\"kind\": \"MEMBER\", \"from\": \"2013\"}",
                        admitted("ar", "AR", MembershipKind.MEMBER, "2013")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED, ADMITTED),
                        changed(MembershipKind.MEMBER, "2014"),
                        "{\"kind\": \"ASSOCIATE\", \"from\": \"2015\"}",
                        changed(MembershipKind.ASSOCIATE, "2015")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED, ADMITTED),
                        suspended("2014"),
                        "{\"from\": \"2014-05\"}",
                        suspended("2014-05")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED, ADMITTED, suspended("2014")),
                        reinstated("2015"),
                        "{\"from\": \"2016?\"}",
                        reinstated("2016?")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED, ADMITTED),
                        withdrew("ar", "2018"),
                        "{\"on\": \"unknown\"}",
                        withdrew("ar", "unknown")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED),
                        designated("museum", "2013"),
                        "{\"institution\": \"ministry\"}",
                        designated("ministry", "2013")),
                Revision.of(List.of(REGISTERED, FOUNDED), acting("2013"), "{\"from\": \"2013-24\"}", acting("2013-24")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED, designated("museum", "2013")),
                        relieved("2014"),
                        "{\"on\": \"2015\"}",
                        relieved("2015")),
                Revision.of(
                        List.of(REGISTERED, FOUNDED),
                        held("First meeting", 1),
                        "{\"title\": \"Second meeting\", \"ordinal\": 2}",
                        held("Second meeting", 2)),
                Revision.of(
                        List.of(REGISTERED),
                        complete(NetworkList.MEMBERS, "2015"),
                        "{\"list\": \"OBSERVERS\", \"asOf\": \"2016\"}",
                        complete(NetworkList.OBSERVERS, "2016")));
    }

    private static NetworkAnnounced announced(String on) {
        return new NetworkAnnounced(NETWORK, fact("announced"), date(on));
    }

    private static NetworkRenamed renamed(String name, String from) {
        return new NetworkRenamed(NETWORK, fact("renamed"), name, date(from));
    }

    private static SecretariatDesignated secretariat(@Nullable String from) {
        return new SecretariatDesignated(
                NETWORK, fact("secretariat"), new InstitutionId("institute"), from == null ? null : date(from));
    }

    private static NetworkDissolved dissolved(String on) {
        return new NetworkDissolved(NETWORK, fact("dissolved"), date(on));
    }

    private static MembershipKindChanged changed(MembershipKind kind, String from) {
        return new MembershipKindChanged(
                NETWORK, fact("changed"), membership("ar"), membership("ar-next"), kind, date(from));
    }

    private static MembershipSuspended suspended(String from) {
        return new MembershipSuspended(NETWORK, fact("suspended"), membership("ar"), date(from));
    }

    private static MembershipReinstated reinstated(String from) {
        return new MembershipReinstated(NETWORK, fact("reinstated"), membership("ar"), date(from));
    }

    private static FocalPointDesignated designated(String institution, String from) {
        return new FocalPointDesignated(
                NETWORK,
                fact("designated"),
                new SeatId("seat"),
                new StateCode("AR"),
                new InstitutionId(institution),
                null,
                date(from));
    }

    private static FocalPointActing acting(String from) {
        return new FocalPointActing(
                NETWORK,
                fact("acting"),
                new SeatId("seat"),
                new StateCode("AR"),
                new InstitutionId("museum"),
                null,
                date(from));
    }

    private static FocalPointRelieved relieved(String on) {
        return new FocalPointRelieved(NETWORK, fact("relieved"), new SeatId("seat"), date(on));
    }

    private static MeetingHeld held(String title, int ordinal) {
        return new MeetingHeld(
                NETWORK,
                fact("held"),
                new MeetingId("meeting"),
                title,
                ordinal,
                date("2013-05-06"),
                null,
                null,
                null,
                null,
                List.of(new StateCode("AR")),
                null);
    }

    private static NetworkListDeclaredComplete complete(NetworkList list, String asOf) {
        return new NetworkListDeclaredComplete(NETWORK, fact("complete"), list, null, date(asOf));
    }

    @Override
    protected CorrectsFact correct(Revision<NetworkFact> revision, CorrectionKind kind) {
        return new CorrectFact(NETWORK, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(NETWORK, factId, null);
    }

    @Override
    protected RegistryEvent corrected(NetworkFact replacement, CorrectionKind kind) {
        return new FactCorrected(NETWORK, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(NETWORK, factId, null, null);
    }
}

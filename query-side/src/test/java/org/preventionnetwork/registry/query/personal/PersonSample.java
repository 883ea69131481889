package org.preventionnetwork.registry.query.personal;

import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.personal.SealedEvents;
import org.preventionnetwork.registry.query.TestQuerySide;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;

/** Officials wherever officials can be: {@code canary-…} is in the id of each, and in whatever is personal of them. */
public final class PersonSample {
    public static final String CANARY = "canary";
    /** Whose other record is {@link #TWIN}. */
    public static final OfficialId ANA = new OfficialId("canary-ana");

    public static final OfficialId TWIN = new OfficialId("canary-twin");
    public static final OfficialId BEA = new OfficialId("canary-bea");
    public static final OfficialId ERASED = new OfficialId("canary-erased");
    private static final Map<String, String> WHO =
            Map.of("actor", "recorder", "role", "SECRETARIAT", "source", "a report", "reason", "as reported");

    private PersonSample() {}

    /** Recorded as the application records it, signed, and brought in. */
    public static void recordIn(TestQuerySide queries) {
        TestRegistry registry = queries.registry.sealing(queries.part("sealedEvents", SealedEvents.class));
        SeminarId seminar = new SeminarId("s1");
        NetworkId network = new NetworkId("lan");
        InitiativeId initiative = new InitiativeId("nm-ar");
        record(
                registry,
                new ProgrammeEstablished(new ProgrammeId("global"), fact(), "Global Seminar", date("2008")),
                registered("lan"),
                founded("lan", "2012"),
                admitted("lan", "AR", MembershipKind.MEMBER, "2012"),
                person(ANA, "Ana", "2010"),
                person(TWIN, "Ana B.", "2011"),
                person(BEA, "Bea", "2012"),
                person(ERASED, "Gone", "2009"),
                new ContactChanged(ANA, fact(), text(ANA, "Ana <b>Canary</b>-Later"), null, date("2015-01-01")),
                new AffiliationChanged(
                        ANA,
                        fact(),
                        new StateCode("AR"),
                        new InstitutionId("ministry"),
                        text(ANA, "canary head of unit"),
                        date("2014-05-01")),
                new AlumniStatusGranted(BEA, fact(), date("2016")),
                scheduled("s1", "global", "2013-05-05", true),
                concluded("s1"),
                enrolled(seminar, "e1", TWIN, "canary-cert-1"),
                enrolled(seminar, "e2", BEA, null),
                enrolled(seminar, "e3", ERASED, null),
                new InstructorAssigned(seminar, fact(), ANA, date("2013-05-05")),
                new FocalPointDesignated(
                        network,
                        fact(),
                        new SeatId("seat-ar"),
                        new StateCode("AR"),
                        new InstitutionId("ministry"),
                        ANA,
                        date("2014")),
                new InitiativeLaunched(
                        initiative,
                        fact(),
                        "A mechanism",
                        List.of(new StateCode("AR")),
                        network,
                        InitiativeType.NATIONAL_MECHANISM,
                        null,
                        date("2015")),
                new ContributorNamed(initiative, fact(), ANA, date("2016")));
        long pinned = registry.positions.head();
        record(
                registry,
                new EditionPinned(
                        new EditionId("report"),
                        fact(),
                        "A report",
                        date("2016"),
                        pinned,
                        List.of(pinned(Metric.ALUMNI), pinned(Metric.OFFICIALS_TRAINED))),
                new StatementPublished(
                        new StatementId("st1"),
                        fact(),
                        date("2016"),
                        Metric.ALUMNI,
                        Qualifier.EXACTLY,
                        7,
                        null,
                        List.of()),
                new OfficialsMerged(TWIN, fact(), ANA),
                new OfficialErased(ERASED, new FactId("erasure")));
        queries.ledger.sign();
        queries.caughtUp();
        registry.caughtUp();
    }

    private static void record(TestRegistry registry, RegistryEvent... events) {
        Arrays.stream(events).forEach(event -> registry.record(event, WHO));
    }

    private static HistoricalDate date(String text) {
        return HistoricalDate.parse(text);
    }

    private static PersonalText text(OfficialId person, String text) {
        return PersonalText.plain(person, text);
    }

    private static OfficialRegistered person(OfficialId id, String name, String from) {
        return new OfficialRegistered(
                id,
                fact(),
                text(id, name + " Canary"),
                text(id, id.value() + "@example.org"),
                new StateCode("AR"),
                null,
                text(id, "canary adviser"),
                date(from));
    }

    private static EnrollmentRecorded enrolled(
            SeminarId seminar, String enrollment, OfficialId official, String certificate) {
        return new EnrollmentRecorded(
                seminar,
                fact(),
                new EnrollmentId(enrollment),
                official,
                EnrollmentStatus.COMPLETED,
                null,
                date("2013-05-10"),
                certificate);
    }

    private static EditionFigure pinned(Metric metric) {
        return new EditionFigure(
                new FigureKey(metric.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                "A figure",
                metric,
                null,
                date("2017"),
                3L);
    }
}

package org.preventionnetwork.registry.query.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionEvent;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * What a fact only refers to and its sentence names: its entity, as it is called; the state whose membership or seat it
 * is; who is enrolled; where an office is. Officials by their ids only.
 */
final class Surroundings {
    private final KnownFacts facts;
    private final Fact fact;
    private final Map<String, String> names = new TreeMap<>();

    private Surroundings(KnownFacts facts, Fact fact) {
        this.facts = facts;
        this.fact = fact;
    }

    static Map<String, String> of(Fact fact, KnownFacts facts) {
        Surroundings surroundings = new Surroundings(facts, fact);
        surroundings.find();
        return surroundings.names;
    }

    private void find() {
        if (fact instanceof NetworkEvent) {
            network();
        } else if (fact instanceof SeminarEvent) {
            seminar();
        } else if (fact instanceof ProgrammeEvent) {
            named("programme", fact instanceof ProgrammeRenamed, Surroundings::programmeName);
        } else if (fact instanceof InstitutionEvent) {
            named("institution", fact instanceof InstitutionRenamed, Surroundings::institutionName);
            if (fact instanceof InstitutionOfficeClosed closed) {
                office(closed);
            }
        } else if (fact instanceof InitiativeEvent) {
            named("initiative", false, it -> it instanceof InitiativeLaunched launched ? launched.title() : null);
        } else if (fact instanceof EditionEvent) {
            named("edition", false, it -> it instanceof EditionPinned pinned ? pinned.title() : null);
        }
    }

    /** A fact that gives a name is told with the name, so none is looked for, but the one before a renaming. */
    private void named(String what, boolean otherwise, Function<Fact, @Nullable String> name) {
        if (otherwise || name.apply(fact) == null) {
            Names called = new Names(facts, fact);
            names.put(what, otherwise ? called.otherwise(name) : called.latest(name));
        }
    }

    private static @Nullable String programmeName(Fact fact) {
        if (fact instanceof ProgrammeEstablished established) {
            return established.name();
        }
        return fact instanceof ProgrammeRenamed renamed ? renamed.name() : null;
    }

    private static @Nullable String institutionName(Fact fact) {
        if (fact instanceof InstitutionRegistered registered) {
            return registered.name();
        }
        return fact instanceof InstitutionRenamed renamed ? renamed.name() : null;
    }

    private static @Nullable String networkName(Fact fact) {
        if (fact instanceof NetworkRegistered registered) {
            return registered.name();
        }
        return fact instanceof NetworkRenamed renamed ? renamed.name() : null;
    }

    private void office(InstitutionOfficeClosed closed) {
        facts.about(closed.officeId().value(), InstitutionOfficeOpened.class)
                .findFirst()
                .ifPresent(opened -> {
                    names.put("city", opened.fact().city());
                    put("state", opened.fact().state());
                });
    }

    private void network() {
        named("network", fact instanceof NetworkRenamed, Surroundings::networkName);
        if (fact instanceof FocalPointRelieved relieved) {
            String seat = relieved.seatId().value();
            Stream<StateCode> designated = facts.about(seat, FocalPointDesignated.class)
                    .map(known -> known.fact().state());
            Stream<StateCode> acting = facts.about(seat, FocalPointActing.class)
                    .map(known -> known.fact().state());
            put("state", Stream.concat(designated, acting).findFirst().orElse(null));
        } else if (fact instanceof MembershipFact membership && !(fact instanceof StateAdmitted)) {
            put("state", MembershipSpells.stateOf(facts.history(), membership).orElse(null));
        }
    }

    private void seminar() {
        named("seminar", false, it -> it instanceof SeminarScheduled scheduled ? scheduled.title() : null);
        if (fact instanceof EnrollmentFact
                && !(fact instanceof OfficialNominated)
                && !(fact instanceof EnrollmentRecorded)) {
            put(
                    "official",
                    EnrollmentSteps.of(facts.history(), fact.subject())
                            .flatMap(EnrollmentSteps::official)
                            .orElse(null));
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            names.put(name, value.toString());
        }
    }
}

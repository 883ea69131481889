package org.preventionnetwork.registry.query.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
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
        EntityKind<?> kind = EntityKinds.of(fact.entity().type());
        if (kind.isNamed()) {
            named(kind);
        }
        if (fact instanceof InstitutionOfficeClosed closed) {
            office(closed);
        } else if (fact instanceof FocalPointRelieved relieved) {
            seat(relieved);
        } else if (fact instanceof MembershipFact membership && !(fact instanceof StateAdmitted)) {
            put("state", MembershipSpells.stateOf(facts.history(), membership).orElse(null));
        } else if (fact instanceof EnrollmentFact enrollment) {
            enrolled(enrollment);
        }
    }

    /** A fact that gives a name is told with the name, so none is looked for, but the one before a renaming. */
    private void named(EntityKind<?> kind) {
        boolean renames = kind.renames(fact);
        if (renames || kind.nameIn(fact) == null) {
            Names called = new Names(facts, fact);
            names.put(kind.type().prefix(), renames ? called.otherwise(kind::nameIn) : called.latest(kind::nameIn));
            called.inLanguages(kind)
                    .forEach((language, name) -> names.put(kind.type().prefix() + "@" + language, name));
        }
    }

    private void office(InstitutionOfficeClosed closed) {
        facts.about(closed.officeId().value(), InstitutionOfficeOpened.class)
                .findFirst()
                .ifPresent(opened -> {
                    names.put("city", opened.fact().city());
                    put("state", opened.fact().state());
                });
    }

    private void seat(FocalPointRelieved relieved) {
        String seat = relieved.seatId().value();
        Stream<StateCode> designated = facts.about(seat, FocalPointDesignated.class)
                .map(known -> known.fact().state());
        Stream<StateCode> acting = facts.about(seat, FocalPointActing.class)
                .map(known -> known.fact().state());
        put("state", Stream.concat(designated, acting).findFirst().orElse(null));
    }

    private void enrolled(EnrollmentFact enrollment) {
        if (!EnrollmentSteps.isOpening(enrollment)) {
            put(
                    "official",
                    EnrollmentSteps.of(facts.history(), enrollment.subject())
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

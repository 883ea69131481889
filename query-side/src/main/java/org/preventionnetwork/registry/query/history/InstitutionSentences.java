package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;
import static org.preventionnetwork.registry.query.history.Words.state;
import static org.preventionnetwork.registry.query.history.Words.the;
import static org.preventionnetwork.registry.query.history.Words.until;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.api.institutions.OfficeId;

/** Institutions in plain words. */
final class InstitutionSentences {
    private InstitutionSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        InstitutionRegistered.class,
                        (f, n) -> new Told(
                                the(f.name()) + " registered as institution of kind " + constant(f.kind())
                                        + (f.state() == null ? ", international" : ", " + state(f.state())),
                                "registration of " + the(f.name())))
                .tell(
                        InstitutionRenamed.class,
                        (f, n) -> new Told(
                                the(n.otherwise(InstitutionSentences::name)) + " renamed " + quoted(f.name())
                                        + from(f.from()),
                                "renaming of " + the(n.otherwise(InstitutionSentences::name))))
                .tell(
                        InstitutionOfficeOpened.class,
                        (f, n) -> new Told(
                                "office of " + institution(n) + " opened in " + place(f) + from(f.from()),
                                "opening of the office of " + institution(n) + " in " + f.city()))
                .tell(
                        InstitutionOfficeClosed.class,
                        (f, n) -> new Told(
                                "office of " + institution(n) + city(f.officeId(), n) + " closed" + on(f.on()),
                                "closing of the office of " + institution(n) + city(f.officeId(), n)))
                .tell(
                        InstitutionPartnered.class,
                        (f, n) -> new Told(
                                institution(n) + " partnered with " + f.with() + " for " + quoted(f.purpose())
                                        + from(f.from()) + until(f.until()),
                                "partnership of " + institution(n) + " with " + f.with()))
                .tell(
                        InstitutionSucceeded.class,
                        (f, n) -> new Told(
                                institution(n) + " succeeded by " + f.by() + on(f.on()),
                                "succession of " + institution(n)))
                .tell(
                        InstitutionDissolved.class,
                        (f, n) -> new Told(
                                institution(n) + " dissolved" + on(f.on()), "dissolution of " + institution(n)));
    }

    private static String place(InstitutionOfficeOpened office) {
        return office.city() + (office.state() == null ? "" : ", " + state(office.state()));
    }

    private static String city(OfficeId office, Names names) {
        return names.facts()
                .about(office.value(), InstitutionOfficeOpened.class)
                .map(known -> " in " + place(known.fact()))
                .findFirst()
                .orElse(" (" + office + ")");
    }

    private static String institution(Names names) {
        return the(names.latest(InstitutionSentences::name));
    }

    private static @Nullable String name(Fact fact) {
        if (fact instanceof InstitutionRegistered registered) {
            return registered.name();
        }
        return fact instanceof InstitutionRenamed renamed ? renamed.name() : null;
    }
}

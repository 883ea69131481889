package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.state;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.places.StateCode;

/** Officials in plain words, by their ids only: what is personal is not told. */
final class OfficialSentences {
    private OfficialSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        OfficialRegistered.class,
                        (f, n) -> told(
                                f.officialId() + " registered" + at(f.state(), f.institution()) + from(f.from()),
                                "registration",
                                n))
                .tell(
                        ContactChanged.class,
                        (f, n) -> told(
                                "contact of official " + n.facts().id() + " changed" + from(f.from()),
                                "contact",
                                n,
                                ""))
                .tell(
                        AffiliationChanged.class,
                        (f, n) -> told(
                                "affiliation of official " + n.facts().id() + " changed"
                                        + at(f.state(), f.institution()) + from(f.from()),
                                "affiliation",
                                n,
                                ""))
                .tell(
                        AlumniStatusGranted.class,
                        (f, n) -> told(
                                f.officialId() + " granted alumni status" + on(f.on()), "grant of alumni status", n))
                .tell(
                        AlumniStatusRevoked.class,
                        (f, n) -> told(
                                "alumni status of official " + n.facts().id() + " revoked" + on(f.on()),
                                "revocation of alumni status",
                                n,
                                ""))
                .tell(
                        OfficialsMerged.class,
                        (f, n) -> told(
                                f.officialId() + " found to be the same person as official " + f.into(), "merge", n))
                .tell(
                        OfficialsUnmerged.class,
                        (f, n) -> told(
                                f.officialId() + " found not to be the same person as official " + f.from(),
                                "unmerging",
                                n))
                .tell(
                        OfficialErased.class,
                        (f, n) -> told("personal data of official " + n.facts().id() + " erased", "erasure", n, ""));
    }

    private static Told told(String sentence, String topic, Names names) {
        return told(sentence, topic, names, "official ");
    }

    private static Told told(String sentence, String topic, Names names, String lead) {
        return new Told(lead + sentence, topic + " of official " + names.facts().id());
    }

    private static String at(@Nullable StateCode state, @Nullable InstitutionId institution) {
        if (institution == null) {
            return state == null ? "" : " for " + state(state);
        }
        return " at " + institution + (state == null ? "" : ", " + state(state));
    }
}

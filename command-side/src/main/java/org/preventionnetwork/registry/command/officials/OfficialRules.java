package org.preventionnetwork.registry.command.officials;

import static org.preventionnetwork.registry.api.facts.RefusalCode.ID_NAMES_PERSON;
import static org.preventionnetwork.registry.api.facts.RefusalCode.INCOMPLETE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.MERGE_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.command.timeline.Chronology;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.StatesInTheirDays;
import org.preventionnetwork.registry.command.timeline.Violations;
import org.preventionnetwork.registry.personal.Searchable;

/** What is certainly wrong in the record of a person. */
final class OfficialRules {
    private static final Rule<OfficialFact> IS_REGISTERED = new NeedsCreation<>(OfficialRegistered.class, "official");

    static final List<Rule<OfficialFact>> ALL = List.of(
            OfficialRules::isRegisteredUnlessErased,
            new OnceOnly<>(OfficialRegistered.class, OfficialErased.class),
            new StatesInTheirDays<>(),
            OfficialRules::theIdSaysNothingOfThePerson,
            OfficialRules::aChangeOfContactChangesSomething,
            OfficialRules::anAffiliationSaysWhere,
            OfficialRules::alumniStatusIsGrantedAndRevokedInTurn,
            OfficialRules::mergesAndUnmergesFollowEachOther);

    private OfficialRules() {}

    /** What was registered by mistake and annulled is still in the history, and can be erased there. */
    private static void isRegisteredUnlessErased(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        if (facts.only(OfficialErased.class).isEmpty()) {
            IS_REGISTERED.check(facts, touched, violations);
        }
    }

    /** The id is in every event, in logs and in addresses, and outlives an erasure. */
    private static void theIdSaysNothingOfThePerson(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        for (OfficialFact fact : facts.all()) {
            PersonalText name = fact instanceof OfficialRegistered registered
                    ? registered.fullName()
                    : fact instanceof ContactChanged changed ? changed.fullName() : null;
            if (name != null && Searchable.names(fact.officialId().value(), name.value())) {
                violations.add(
                        ID_NAMES_PERSON,
                        "the id tells the person's name; choose one that says nothing, or leave it out and one is made",
                        fact);
            }
        }
    }

    private static void aChangeOfContactChangesSomething(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        facts.all(ContactChanged.class)
                .filter(changed -> changed.fullName() == null && changed.email() == null)
                .forEach(changed ->
                        violations.add(INCOMPLETE, "a change of contact has a full name or an e-mail", changed));
    }

    private static void anAffiliationSaysWhere(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        facts.all(AffiliationChanged.class)
                .filter(changed ->
                        changed.state() == null && changed.institution() == null && changed.position() == null)
                .forEach(changed -> violations.add(
                        INCOMPLETE, "an affiliation has a state, an institution or a position", changed));
    }

    /** A revocation may come first: alumni status is also derived from completed seminars. */
    private static void alumniStatusIsGrantedAndRevokedInTurn(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        List<AlumniStatusGranted> grants = facts.all(AlumniStatusGranted.class).toList();
        List<AlumniStatusRevoked> revocations =
                facts.all(AlumniStatusRevoked.class).toList();
        if (!Chronology.canAlternate(grants, revocations)) {
            violations.add(
                    STEP_NOT_POSSIBLE,
                    "alumni status would be granted, or revoked, twice in a row",
                    Stream.concat(grants.stream(), revocations.stream()).toArray(Fact[]::new));
        }
    }

    /** Merges have no date of their own: they are about records, and follow each other as they were recorded. */
    private static void mergesAndUnmergesFollowEachOther(
            FactHistory<OfficialFact> facts, Set<String> touched, Violations violations) {
        OfficialFact before = null;
        for (OfficialFact step : Merges.in(facts)) {
            if (step instanceof OfficialsMerged merged) {
                if (merged.into().equals(merged.officialId())) {
                    violations.add(MERGE_NOT_POSSIBLE, "an official cannot be merged into itself", merged);
                }
                if (before instanceof OfficialsMerged earlier) {
                    violations.add(
                            MERGE_NOT_POSSIBLE,
                            "the official is merged into '" + earlier.into() + "'",
                            merged,
                            earlier);
                }
            } else if (step instanceof OfficialsUnmerged unmerged) {
                boolean undoes = before instanceof OfficialsMerged merged
                        && merged.into().equals(unmerged.from());
                if (!undoes) {
                    violations.add(
                            MERGE_NOT_POSSIBLE,
                            "the official was not merged into '" + unmerged.from() + "'",
                            before == null ? new Fact[] {unmerged} : new Fact[] {unmerged, before});
                }
            }
            before = step;
        }
    }
}

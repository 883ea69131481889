package org.preventionnetwork.registry.command.institutions;

import static org.preventionnetwork.registry.api.facts.RefusalCode.AFTER_DISSOLUTION;
import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.SELF_CONTRADICTORY;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionNamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.StatesInTheirDays;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of an institution. */
final class InstitutionRules {
    static final List<Rule<InstitutionFact>> ALL = List.of(
            new NeedsCreation<>(InstitutionRegistered.class, "institution"),
            new OnceOnly<>(InstitutionRegistered.class, InstitutionSucceeded.class, InstitutionDissolved.class),
            new StatesInTheirDays<>(),
            InstitutionRules::nothingBeginsAfterItsDissolution,
            InstitutionRules::anOfficeIsOpenedOnce,
            InstitutionRules::anOfficeIsClosedOnceAndAfterItWasOpened,
            InstitutionRules::partnershipsEndAfterTheyBegin,
            InstitutionRules::itIsAnotherInstitution);

    private InstitutionRules() {}

    /** What existed may be wound up, and succeeded, after the dissolution. */
    private static void nothingBeginsAfterItsDissolution(
            FactHistory<InstitutionFact> facts, Set<String> touched, Violations violations) {
        facts.only(InstitutionDissolved.class).ifPresent(dissolved -> facts.all().stream()
                .filter(fact -> fact instanceof InstitutionRenamed
                        || fact instanceof InstitutionNamed
                        || fact instanceof InstitutionOfficeOpened
                        || fact instanceof InstitutionPartnered)
                .filter(fact -> certainlyBefore(dissolved.on(), fact.effectiveOn()))
                .forEach(fact -> violations.add(
                        AFTER_DISSOLUTION, "the institution was dissolved on " + dissolved.on(), fact, dissolved)));
    }

    private static void anOfficeIsOpenedOnce(
            FactHistory<InstitutionFact> facts, Set<String> touched, Violations violations) {
        for (String office : touched) {
            List<InstitutionOfficeOpened> openings =
                    facts.about(office, InstitutionOfficeOpened.class).toList();
            if (openings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the office id is in use", openings.get(1), openings.get(0));
            }
        }
    }

    private static void anOfficeIsClosedOnceAndAfterItWasOpened(
            FactHistory<InstitutionFact> facts, Set<String> touched, Violations violations) {
        for (String office : touched) {
            List<InstitutionOfficeClosed> closings =
                    facts.about(office, InstitutionOfficeClosed.class).toList();
            if (closings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the office is closed already", closings.get(1), closings.get(0));
            }
            for (InstitutionOfficeClosed closed : closings) {
                facts.about(office, InstitutionOfficeOpened.class)
                        .findFirst()
                        .ifPresentOrElse(
                                opened -> {
                                    if (certainlyBefore(closed.on(), opened.from())) {
                                        violations.add(
                                                CERTAINLY_OUT_OF_ORDER,
                                                "the office would be closed before it was opened",
                                                closed,
                                                opened);
                                    }
                                },
                                () -> violations.add(
                                        facts.missing(office),
                                        "there is no office '" + office + "' of this institution",
                                        closed));
            }
        }
    }

    private static void partnershipsEndAfterTheyBegin(
            FactHistory<InstitutionFact> facts, Set<String> touched, Violations violations) {
        facts.all(InstitutionPartnered.class)
                .filter(partnered -> certainlyBefore(partnered.until(), partnered.from()))
                .forEach(partnered ->
                        violations.add(CERTAINLY_OUT_OF_ORDER, "the partnership would end before it began", partnered));
    }

    private static void itIsAnotherInstitution(
            FactHistory<InstitutionFact> facts, Set<String> touched, Violations violations) {
        facts.all(InstitutionPartnered.class)
                .filter(partnered -> partnered.with().equals(partnered.institutionId()))
                .forEach(partnered ->
                        violations.add(SELF_CONTRADICTORY, "an institution cannot be its own partner", partnered));
        facts.all(InstitutionSucceeded.class)
                .filter(succeeded -> succeeded.by().equals(succeeded.institutionId()))
                .forEach(succeeded ->
                        violations.add(SELF_CONTRADICTORY, "an institution cannot succeed itself", succeeded));
    }
}

package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.DerivedEnd;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DissolveNetwork;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.command.rehearsal.DryRun;
import org.preventionnetwork.registry.query.history.AnyEntity;
import org.preventionnetwork.registry.query.history.EntityFacts;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.lookup.EntityFinder;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.stereotype.Component;

/**
 * What follows from a command beside what it says itself: whose membership is over by it, who moves up from the waiting
 * list, whose enrolment is closed. Told before it is recorded, and by name to who recorded it.
 */
@Component
class Follows {
    private static final String PROMOTED = ".promoted";
    private static final String CLOSED = ".closed";
    private static final int MOST_NAMES = 20;

    private final EntityFacts facts;
    private final EntityFinder finder;
    private final Whom whom;

    Follows(EntityFacts facts, EntityFinder finder, Whom whom) {
        this.facts = facts;
        this.finder = finder;
        this.whom = whom;
    }

    /**
     * One thing that follows.
     *
     * @param names of those whom it concerns; a browser keeps none of them
     * @param confirmed whether somebody must have seen it before it is recorded
     */
    record Follow(String text, List<String> names, boolean confirmed) {}

    /** @param now where those are named whom it concerns */
    List<Follow> of(RegistryCommand command, DryRun tried, long position, Clocks now, Tongue tongue, Wording say) {
        List<Follow> follows = new ArrayList<>();
        for (DerivedEnd end : tried.recorded().ends()) {
            String over = say.text(
                    "recordOption.ends",
                    say.constant("membershipKind", end.kind()),
                    say.date(end.since().toString()),
                    say.date(end.until().toString()));
            follows.add(new Follow(say.state(end.state().value()) + ": " + over, List.of(), true));
        }
        if (command instanceof DissolveNetwork && tried.recorded().changed()) {
            List<String> members = finder.openMembers(command.entity().aggregateId(), say);
            if (!members.isEmpty()) {
                follows.add(
                        new Follow(say.text("recordOption.endsMembers", String.join(", ", members)), List.of(), true));
            }
        }
        if (command.entity().type() != EntityType.SEMINAR) {
            return follows;
        }
        Set<String> promoted = enrollments(tried, EnrollmentAccepted.class, PROMOTED);
        Set<String> closed = enrollments(tried, EnrollmentCancelled.class, CLOSED);
        AnyEntity seminar = new AnyEntity(EntityType.SEMINAR, command.entity().value());
        if (!promoted.isEmpty() || !closed.isEmpty()) {
            List<FactItem> known = facts.facts(seminar, position, true, tongue);
            told("recordOption.promoted", seminar, known, promoted, now, say).ifPresent(follows::add);
            told("recordOption.closed", seminar, known, closed, now, say).ifPresent(follows::add);
        }
        if (promoted.isEmpty() && givesUpASeat(command, tried, seminar)) {
            follows.add(new Follow(say.text("recordOption.seatFree"), List.of(), false));
        }
        if (tried.recorded().hint() != null
                && EnrollmentStatus.COMPLETED.name().equals(tried.recorded().status())) {
            follows.add(new Follow(say.text("recordOption.notConcluded"), List.of(), false));
        }
        return follows;
    }

    /**
     * What followed from an event of a seminar that is recorded.
     *
     * @param known all that is known of the seminar
     */
    List<Follow> after(
            AnyEntity seminar, @Nullable String cause, long position, List<FactItem> known, Clocks now, Wording say) {
        if (cause == null || seminar.type() != EntityType.SEMINAR) {
            return List.of();
        }
        List<Follow> follows = new ArrayList<>();
        told("recordOption.promoted", seminar, known, by(cause + PROMOTED, position, known), now, say)
                .ifPresent(follows::add);
        told("recordOption.closed", seminar, known, by(cause + CLOSED, position, known), now, say)
                .ifPresent(follows::add);
        return follows;
    }

    private static Set<String> by(String prefix, long position, List<FactItem> known) {
        Set<String> enrollments = new LinkedHashSet<>();
        known.stream()
                .filter(fact -> fact.factId().startsWith(prefix) && !fact.annulled())
                .filter(fact -> fact.positions().stream().allMatch(at -> at > position))
                .forEach(fact -> enrollments.add(fact.subject()));
        return enrollments;
    }

    private static Set<String> enrollments(DryRun tried, Class<? extends EnrollmentFact> kind, String mark) {
        Set<String> enrollments = new LinkedHashSet<>();
        tried.events().forEach(message -> {
            if (kind.isInstance(message.getPayload())) {
                EnrollmentFact fact = kind.cast(message.getPayload());
                if (fact.factId().value().contains(mark)) {
                    enrollments.add(fact.subject());
                }
            }
        });
        return enrollments;
    }

    private Optional<Follow> told(
            String key, AnyEntity seminar, List<FactItem> known, Set<String> enrollments, Clocks now, Wording say) {
        if (enrollments.isEmpty()) {
            return Optional.empty();
        }
        Set<String> officials = new LinkedHashSet<>();
        enrollments.stream()
                .limit(MOST_NAMES)
                .forEach(enrollment -> officials.addAll(Whom.about(seminar, known, enrollment, null)));
        List<String> names = new ArrayList<>(whom.persons(officials, "", "", now, say).stream()
                .map(Whom.Person::name)
                .toList());
        if (enrollments.size() > MOST_NAMES) {
            names.add("…");
        }
        return Optional.of(new Follow(say.text(key, say.number(enrollments.size())), names, true));
    }

    private static boolean hasSeat(@Nullable String status) {
        return Arrays.stream(EnrollmentStatus.values())
                .anyMatch(one -> one.name().equals(status) && EnrollmentSteps.takesSeat(one));
    }

    private boolean givesUpASeat(RegistryCommand command, DryRun tried, AnyEntity seminar) {
        String enrollment = tried.recorded().resourceId();
        String after = tried.recorded().status();
        if (enrollment == null || !tried.recorded().changed()) {
            return false;
        }
        return finder.enrolledAs(seminar.aggregateId(), enrollment)
                        .filter(Follows::hasSeat)
                        .isPresent()
                && !hasSeat(after);
    }
}

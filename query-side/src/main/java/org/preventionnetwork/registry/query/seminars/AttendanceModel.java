package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.seminars.EnrollmentModel.Enrolled;

/**
 * Since when an official is enrolled in a seminar, was present and has completed it: all days of an enrolment in one
 * row, for figures that count them by the hundred thousand. Says nothing that {@link EnrollmentModel} does not, and, as
 * there, nothing of the seminar's own days.
 *
 * <p>A day on which something is possible for the first time stands beside the one from which it is certain; the latter
 * is null while nothing is. {@code before} is of those who stand there before the seminar has begun. {@code official_entity} is
 * the official
 * as an entity: of a column the planner knows how many there are, of an expression it does not.
 */
final class AttendanceModel extends BeliefModel<AttendanceModel.Attendance> {
    private static final Set<String> PRESENT =
            Set.of(EnrollmentStatus.ATTENDED.name(), EnrollmentStatus.COMPLETED.name());

    private static final String ALWAYS = "-infinity";

    record Attendance(
            String official,
            Since enrolled,
            Since before,
            Since present,
            Since completed,
            String completedOn,
            String certainlyCompletedOn,
            boolean listed,
            @Nullable String source) {}

    /** The first days, {@code -infinity} for always and null for never. */
    record Since(@Nullable String possible, @Nullable String certain) {
        static Since of(List<Segment<Enrolled>> stretches, Predicate<Enrolled> what) {
            return new Since(first(stretches, what, false), first(stretches, what, true));
        }

        /** Who certainly took some step by a day is enrolled, also where it is open how far the official was by then. */
        Since certainBy(EnrollmentSteps steps) {
            LocalDate day = steps.certainlyEnrolledFrom();
            if (day == null || possible == null || ALWAYS.equals(certain)) {
                return this;
            }
            // Dates that are out of order make nobody certain before it is possible.
            LocalDate from =
                    possible.equals(ALWAYS) || LocalDate.parse(possible).isBefore(day)
                            ? day
                            : LocalDate.parse(possible);
            return certain == null || LocalDate.parse(certain).isAfter(from)
                    ? new Since(possible, from.toString())
                    : this;
        }

        private static @Nullable String first(
                List<Segment<Enrolled>> stretches, Predicate<Enrolled> what, boolean certain) {
            return stretches.stream()
                    .filter(days -> what.test(days.value().value())
                            && (!certain || days.value().certain()))
                    .findFirst()
                    .map(days -> day(days.from(), ALWAYS))
                    .orElse(null);
        }
    }

    AttendanceModel() {
        super(
                "attendance",
                List.of(
                        "official text NOT NULL",
                        "official_entity text NOT NULL",
                        "since date NOT NULL",
                        "certainly_since date",
                        "before date",
                        "certainly_before date",
                        "present date",
                        "certainly_present date",
                        "completed date",
                        "certainly_completed date",
                        "completed_on datemultirange NOT NULL",
                        "certainly_completed_on datemultirange NOT NULL",
                        "listed boolean NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.attendance (official)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return EnrollmentModel.enrollments(fact);
    }

    @Override
    protected List<Segment<Attendance>> segments(KnownFacts facts, String enrollmentId) {
        List<Segment<Enrolled>> stretches = EnrollmentModel.stretches(facts, enrollmentId);
        EnrollmentSteps steps =
                EnrollmentSteps.of(facts.history(), enrollmentId).orElse(null);
        if (stretches.isEmpty() || steps == null) {
            return List.of();
        }
        Held<Enrolled> last = stretches.get(stretches.size() - 1).value();
        Predicate<Enrolled> isPresent = one -> PRESENT.contains(one.now().status());
        Predicate<Enrolled> isComplete = one -> one.now().status().equals(EnrollmentStatus.COMPLETED.name());
        Attendance attendance = new Attendance(
                last.value().official(),
                Since.of(stretches, one -> true).certainBy(steps),
                Since.of(stretches, one -> one.before() != null).certainBy(steps),
                Since.of(stretches, isPresent),
                Since.of(stretches, isComplete),
                days(stretches, days -> isComplete.test(days.value())),
                days(stretches, days -> isComplete.test(days.value()) && days.certain()),
                stretches.stream().map(days -> days.value().value()).anyMatch(AttendanceModel::isListed),
                last.value().now().source());
        return List.of(new Segment<>(null, null, new Held<>(attendance, true, last.behind())));
    }

    /** Whether somebody who was there said who else was. */
    private static boolean isListed(Enrolled enrolled) {
        String status = enrolled.now().status();
        return PRESENT.contains(status) || status.equals(EnrollmentStatus.NOT_COMPLETED.name());
    }

    /** As PostgreSQL reads a {@code datemultirange}. */
    private static String days(List<Segment<Enrolled>> stretches, Predicate<Held<Enrolled>> counted) {
        return stretches.stream()
                .filter(days -> counted.test(days.value()))
                .map(days ->
                        (days.from() == null ? "(" : "[") + day(days.from(), "") + "," + day(days.until(), "") + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String day(@Nullable LocalDate day, String unbounded) {
        return day == null ? unbounded : day.toString();
    }

    @Override
    protected @Nullable Object[] values(Attendance one) {
        return new @Nullable Object[] {
            one.official(),
            new OfficialId(one.official()).aggregateId(),
            one.enrolled().possible(),
            one.enrolled().certain(),
            one.before().possible(),
            one.before().certain(),
            one.present().possible(),
            one.present().certain(),
            one.completed().possible(),
            one.completed().certain(),
            one.completedOn(),
            one.certainlyCompletedOn(),
            one.listed(),
            one.source()
        };
    }
}

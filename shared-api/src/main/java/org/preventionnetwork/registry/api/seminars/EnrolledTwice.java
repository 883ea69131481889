package org.preventionnetwork.registry.api.seminars;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Which of a person's enrolments in one seminar counts, where records were merged that were both enrolled: the completed
 * one, else the one whose status is later, by its date as far as that is certain, else by when it was recorded.
 */
public final class EnrolledTwice {
    private EnrolledTwice() {}

    /**
     * @param enrollments one at least, in the order in which their statuses were recorded
     * @param on the date of the status
     */
    public static <T> T counting(
            List<T> enrollments,
            Function<? super T, EnrollmentStatus> status,
            Function<? super T, @Nullable HistoricalDate> on) {
        List<T> completed = enrollments.stream()
                .filter(one -> status.apply(one) == EnrollmentStatus.COMPLETED)
                .toList();
        List<T> ordered = EffectiveOrder.of(completed.isEmpty() ? enrollments : completed, on);
        return ordered.get(ordered.size() - 1);
    }
}

package org.preventionnetwork.registry.query.seminars;

import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;

/** What a recorder can do next, by how things stand; each by the name of its form below {@code /record/seminars}. */
final class SeminarActions {
    private SeminarActions() {}

    /** Of the seminar itself; the most likely first. */
    static List<String> of(SeminarItem seminar, boolean concluded) {
        boolean open = Boolean.TRUE.equals(seminar.enrollmentOpen());
        List<String> planned = List.of(
                open ? "close-enrollment" : "open-enrollment",
                "reschedule-seminar",
                "relocate-seminar",
                "change-capacity",
                "set-curriculum",
                "assign-instructor",
                "release-instructor",
                "add-co-organiser",
                "remove-co-organiser");
        List<String> actions = new ArrayList<>();
        switch (seminar.status()) {
            case "PLANNED" -> {
                actions.addAll(List.of("nominate-official", "convene-seminar"));
                actions.addAll(planned);
                actions.addAll(
                        List.of("record-enrollment", "give-seminar-for-network", "conclude-seminar", "cancel-seminar"));
            }
            case "CONVENED" -> {
                actions.addAll(List.of("conclude-seminar", "record-enrollment"));
                actions.addAll(planned);
                actions.add("report-figures");
            }
            case "HELD" ->
                actions.addAll(List.of(
                        "report-figures",
                        "record-enrollment",
                        "conclude-seminar",
                        "declare-roster-complete",
                        "give-seminar-for-network",
                        "set-curriculum",
                        "assign-instructor",
                        "add-co-organiser",
                        "remove-co-organiser"));
            default -> actions.add("record-enrollment");
        }
        if (concluded) {
            actions.removeAll(List.of("conclude-seminar", "cancel-seminar", "reschedule-seminar"));
        }
        return actions;
    }

    /** Of one enrolment; whatever is wrong can be corrected or annulled beside. */
    static List<String> of(String status, SeminarItem seminar) {
        if (seminar.status().equals("CANCELLED")) {
            return List.of();
        }
        boolean begun = !seminar.status().equals("PLANNED");
        List<String> present = List.of("record-attendance", "complete-enrollment", "not-complete-enrollment");
        List<String> next =
                switch (status) {
                    case "NOMINATED" -> List.of("accept-enrollment", "waitlist-enrollment", "decline-enrollment");
                    case "WAITLISTED" -> List.of("accept-enrollment", "decline-enrollment");
                    case "ACCEPTED" -> List.of("confirm-enrollment");
                    case "CONFIRMED" -> List.<String>of();
                    case "WITHDRAWN", "DECLINED" ->
                        List.of("nominate-again", "accept-enrollment", "waitlist-enrollment");
                    case "ATTENDED" -> List.of("complete-enrollment", "not-complete-enrollment");
                    default -> List.<String>of();
                };
        boolean seated = status.equals("ACCEPTED") || status.equals("CONFIRMED");
        List<String> actions = new ArrayList<>();
        if (begun && seated) {
            actions.addAll(present);
        }
        actions.addAll(next);
        if (seated || status.equals("NOMINATED") || status.equals("WAITLISTED")) {
            actions.add("withdraw-enrollment");
        }
        return actions;
    }
}

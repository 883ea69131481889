package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CancelSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ConcludeSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.GiveSeminarForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ReportFigures;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CurriculumSet;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRelocated;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.command.imports.files.Row;

/** Seminars, and who took part. */
final class SeminarRows {
    private static final String ID = "seminarId";
    private static final Pattern INSTITUTION = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private SeminarRows() {}

    static List<Draft> seminar(Row row) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(row, ScheduleSeminar.class, ID)
                .text("title", "title")
                .text("programme", "programme")
                .text("edition", "edition")
                .text("cycle", "cycle")
                .number("part", "part")
                .text("mode", "mode")
                .text("startsOn", "starts_on")
                .text("endsOn", "ends_on")
                .text("city", "city")
                .text("state", "state")
                .text("venue", "venue")
                .number("capacity", "capacity")
                .list("languages", "languages")
                .flag("foundational", "foundational")
                .list("themes", "themes")
                .list("coOrganisers", "co_organisers")
                .recordedAs(Set.of(), SeminarScheduled.class)
                .saidAnewBy(
                        Sequel.whole(SeminarRescheduled.class),
                        Sequel.whole(SeminarRelocated.class),
                        Sequel.whole(CapacityChanged.class),
                        Sequel.whole(CurriculumSet.class),
                        Sequel.items("coOrganisers", "organiser", CoOrganiserAdded.class, CoOrganiserRemoved.class)));
        String status = row.text("status").toUpperCase(Locale.ROOT);
        switch (row.isListed() && status.equals("CONVENED") ? "PLANNED" : status) {
            case "PLANNED" -> {}
            case "HELD" -> drafts.add(concluded(row));
            case "CANCELLED" ->
                drafts.add(new Draft(row, CancelSeminar.class, ID)
                        .recordedAs(Set.of(), SeminarCancelled.class)
                        .unless(SeminarConcluded.class));
            default -> drafts.get(0).wrong("status", Accepted.oneOf("PLANNED, HELD, CANCELLED", row.text("status")));
        }
        if (!row.text("participants").isEmpty()
                || !row.text("states_count").isEmpty()
                || !row.text("states").isEmpty()) {
            drafts.add(new Draft(row, ReportFigures.class, ID)
                    .number("participants", "participants")
                    .number("statesCount", "states_count")
                    .list("states", "states")
                    .recordedAs(Set.of(), SeminarFiguresReported.class)
                    .askingFirst());
        }
        for (String network : row.list("networks")) {
            drafts.add(new Draft(row, GiveSeminarForNetwork.class, ID)
                    .one("network", "networks", network)
                    .slot(network)
                    .recordedAs(Set.of("network"), SeminarGivenForNetwork.class));
        }
        return drafts;
    }

    /** A list that the registry gave calls a seminar held that was convened only, and concludes none. */
    private static Draft concluded(Row row) {
        Draft draft = new Draft(row, ConcludeSeminar.class, ID).unless(SeminarCancelled.class);
        return row.isListed()
                ? draft.recordedAs(Set.of(), SeminarConcluded.class, SeminarConvened.class)
                        .askingFirst()
                : draft.recordedAs(Set.of(), SeminarConcluded.class);
    }

    /** The seminar itself compares a further account of one enrolment with what it knows. */
    static List<Draft> enrollment(Row row) {
        String enrollment = ImportIds.opaque("e", row.text("seminar"), row.text("official"));
        Draft draft = new Draft(row, RecordEnrollment.class, ID)
                .given("enrollmentId", enrollment)
                .slot(enrollment, row.text("status").toUpperCase(Locale.ROOT), row.text("on"))
                .text("official", "official")
                .text("status", "status")
                .text("nominatedBy", "nominated_by")
                .text("on", "on")
                .text("certificate", "certificate");
        String nominator = row.text("nominated_by");
        if (!nominator.isEmpty() && !INSTITUTION.matcher(nominator).matches()) {
            draft.replaced("nominatedBy", States.folded(nominator));
        }
        return List.of(draft);
    }
}

package org.preventionnetwork.registry.query.subject;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.personal.AccessLogQueries.View;
import org.preventionnetwork.registry.query.subject.Html.Column;
import org.preventionnetwork.registry.query.subject.PersonFile.AffiliationHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.AlumniHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.EnrollmentHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.EventHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.MergeHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.RecordHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.RoleHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.SeatHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.TextHeld;

/** What is held about a person, as a page to read and print. */
final class PersonPage {
    private PersonPage() {}

    static String of(Answer<PersonFile> answer) {
        PersonFile file = answer.item();
        Html page = new Html("Personal data held about official " + file.official(), "/styles/personal-data.css")
                .paragraph("Everything that this registry held on " + answer.knownAt() + ", at position "
                        + answer.position() + " of its ledger. Dates are as precise as their sources.");
        if (file.erased()) {
            page.paragraph("The personal data was erased on "
                    + file.records().stream()
                            .map(record -> String.valueOf(record.erasedOn()))
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ". Nothing personal is held any more.");
            return page.end();
        }
        person(page, file);
        done(page, file);
        accounted(page, file);
        return page.end();
    }

    private static void person(Html page, PersonFile file) {
        List<Column<TextHeld>> texts = List.of(
                column("Is", TextHeld::value),
                column("From", TextHeld::from),
                column("Until", TextHeld::until),
                column("Record", TextHeld::official));
        page.table("Names, current and former", file.names(), texts)
                .table("E-mail addresses, current and former", file.emails(), texts)
                .table(
                        "Where the person served",
                        file.affiliations(),
                        List.of(
                                column("Position", AffiliationHeld::position),
                                column("Institution", AffiliationHeld::institution),
                                column("State", AffiliationHeld::state),
                                column("From", AffiliationHeld::from),
                                column("Until", AffiliationHeld::until),
                                column("Source", AffiliationHeld::source),
                                column("Record", AffiliationHeld::official)))
                .table(
                        "Records of the person",
                        file.records(),
                        List.of(column("Record", RecordHeld::official), column("Erased on", RecordHeld::erasedOn)))
                .table(
                        "Records found to be the same person's",
                        file.merges(),
                        List.of(
                                column("Record", MergeHeld::official),
                                column("Same as", MergeHeld::into),
                                column("Known since", MergeHeld::knownFrom),
                                column("Until", MergeHeld::until),
                                column("Source", MergeHeld::source)));
    }

    private static void done(Html page, PersonFile file) {
        AlumniHeld alumni = file.alumni();
        List<Column<RoleHeld>> roles = List.of(
                column("In", RoleHeld::in),
                column("Title", RoleHeld::title),
                column("From", RoleHeld::from),
                column("Until", RoleHeld::until),
                column("Source", RoleHeld::source),
                column("Record", RoleHeld::official));
        page.table(
                        "Alumni status",
                        alumni == null ? List.of() : List.of(alumni),
                        List.of(
                                column("Alumnus", held -> held.alumnus() ? "yes" : "no"),
                                column("Because", AlumniHeld::reason),
                                column("Certain", held -> held.certain() ? "yes" : "no")))
                .table(
                        "Seminars",
                        file.seminars(),
                        List.of(
                                column("Seminar", EnrollmentHeld::seminar),
                                column("Title", EnrollmentHeld::title),
                                column("Began", EnrollmentHeld::startsOn),
                                column("Status", EnrollmentHeld::status),
                                column("On", EnrollmentHeld::on),
                                column("Certificate", EnrollmentHeld::certificate),
                                column("Nominated by", EnrollmentHeld::nominatedBy),
                                column("Source", EnrollmentHeld::source),
                                column("Record", EnrollmentHeld::official)))
                .table("As an instructor", file.instructor(), roles)
                .table(
                        "Focal points",
                        file.focalPoints(),
                        List.of(
                                column("Network", SeatHeld::network),
                                column("Seat", SeatHeld::seatId),
                                column("State", SeatHeld::state),
                                column("Institution", SeatHeld::institution),
                                column("From", SeatHeld::from),
                                column("Until", SeatHeld::until),
                                column("Source", SeatHeld::source),
                                column("Record", SeatHeld::official)))
                .table("Contributions to national initiatives", file.contributions(), roles)
                .paragraph("Published statements and editions of reports hold numbers and states; they list nobody.");
    }

    private static void accounted(Html page, PersonFile file) {
        page.table(
                        "Everything that was recorded",
                        file.events(),
                        List.of(
                                column("Recorded at", EventHeld::recordedAt),
                                column("What", EventHeld::summary),
                                column("In full", held -> data(held)),
                                column("True on", EventHeld::effectiveOn),
                                column("By", held -> held.actor() + " (" + held.role() + ")"),
                                column("Source", EventHeld::source),
                                column("Reason", EventHeld::reason),
                                column("Note", EventHeld::note),
                                column("Event", EventHeld::eventId)))
                .table(
                        "Who has read personal data",
                        file.readBy(),
                        List.of(
                                column("When", View::viewedAt),
                                column("Who", view -> view.actor() + " (" + view.role() + ")"),
                                column("What for", View::kind),
                                column("Asked", View::path),
                                column("Record", View::official)));
    }

    private static @Nullable String data(EventHeld event) {
        return event.data() == null
                ? null
                : event.data().entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static <T> Column<T> column(String heading, java.util.function.Function<T, @Nullable Object> value) {
        return new Column<>(heading, value);
    }
}

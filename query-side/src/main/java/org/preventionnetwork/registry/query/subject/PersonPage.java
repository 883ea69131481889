package org.preventionnetwork.registry.query.subject;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.language.Tongue;
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
import org.preventionnetwork.registry.query.web.Wording;

/** What is held about a person, as a page to read and print. */
final class PersonPage {
    private final Wording say;
    private final Tongue tongue;
    private final Locale language;

    PersonPage(Wording say, Tongue tongue, Locale language) {
        this.say = say;
        this.tongue = tongue;
        this.language = language;
    }

    String of(Answer<PersonFile> answer) {
        PersonFile file = answer.item();
        Html page = new Html(
                        language.getLanguage(),
                        say.text("held.title", file.official()),
                        "/styles/personal-data.css",
                        say.text("held.nothing"))
                .paragraph(say.text("held.lead", answer.knownAt().toString(), String.valueOf(answer.position())));
        if (file.erased()) {
            page.paragraph(say.text(
                    "held.erased",
                    file.records().stream()
                            .map(record -> String.valueOf(record.erasedOn()))
                            .distinct()
                            .collect(Collectors.joining(", "))));
            return page.end();
        }
        person(page, file);
        done(page, file);
        accounted(page, file);
        return page.end();
    }

    private void person(Html page, PersonFile file) {
        List<Column<TextHeld>> texts = List.of(
                column("held.column.is", TextHeld::value),
                column("column.from", TextHeld::from),
                column("column.until", TextHeld::until),
                column("held.column.record", TextHeld::official));
        page.table(say.text("held.names"), file.names(), texts)
                .table(say.text("held.emails"), file.emails(), texts)
                .table(
                        say.text("held.affiliations"),
                        file.affiliations(),
                        List.of(
                                column("held.column.position", AffiliationHeld::position),
                                column("column.institution", AffiliationHeld::institution),
                                column("column.state", held -> held.state() == null ? null : say.state(held.state())),
                                column("column.from", AffiliationHeld::from),
                                column("column.until", AffiliationHeld::until),
                                column("column.source", AffiliationHeld::source),
                                column("held.column.record", AffiliationHeld::official)))
                .table(
                        say.text("held.records"),
                        file.records(),
                        List.of(
                                column("held.column.record", RecordHeld::official),
                                column("held.column.erasedOn", RecordHeld::erasedOn)))
                .table(
                        say.text("held.merges"),
                        file.merges(),
                        List.of(
                                column("held.column.record", MergeHeld::official),
                                column("held.column.sameAs", MergeHeld::into),
                                column("held.column.knownSince", MergeHeld::knownFrom),
                                column("column.until", MergeHeld::until),
                                column("column.source", MergeHeld::source)));
    }

    private void done(Html page, PersonFile file) {
        AlumniHeld alumni = file.alumni();
        List<Column<RoleHeld>> roles = List.of(
                column("held.column.in", RoleHeld::in),
                column("held.column.title", RoleHeld::title),
                column("column.from", RoleHeld::from),
                column("column.until", RoleHeld::until),
                column("column.source", RoleHeld::source),
                column("held.column.record", RoleHeld::official));
        page.table(
                        say.text("held.alumni"),
                        alumni == null ? List.of() : List.of(alumni),
                        List.of(
                                column("held.column.alumnus", held -> say.text(held.alumnus() ? "yes" : "no")),
                                column("held.column.because", held -> say.constant("alumniReason", held.reason())),
                                column("held.column.certain", held -> say.text(held.certain() ? "yes" : "no"))))
                .table(
                        say.text("held.seminars"),
                        file.seminars(),
                        List.of(
                                column("held.column.seminar", EnrollmentHeld::seminar),
                                column("held.column.title", EnrollmentHeld::title),
                                column("held.column.began", EnrollmentHeld::startsOn),
                                column("column.status", held -> say.constant("enrollmentStatus", held.status())),
                                column("held.column.on", EnrollmentHeld::on),
                                column("held.column.certificate", EnrollmentHeld::certificate),
                                column("held.column.nominatedBy", EnrollmentHeld::nominatedBy),
                                column("column.source", EnrollmentHeld::source),
                                column("held.column.record", EnrollmentHeld::official)))
                .table(say.text("held.instructor"), file.instructor(), roles)
                .table(
                        say.text("held.focalPoints"),
                        file.focalPoints(),
                        List.of(
                                column("column.network", SeatHeld::network),
                                column("held.column.seat", SeatHeld::seatId),
                                column("column.state", held -> say.state(held.state())),
                                column("column.institution", SeatHeld::institution),
                                column("column.from", SeatHeld::from),
                                column("column.until", SeatHeld::until),
                                column("column.source", SeatHeld::source),
                                column("held.column.record", SeatHeld::official)))
                .table(say.text("held.contributions"), file.contributions(), roles)
                .paragraph(say.text("held.others"));
    }

    private void accounted(Html page, PersonFile file) {
        page.table(
                        say.text("held.events"),
                        file.events(),
                        List.of(
                                column("held.column.recordedAt", EventHeld::recordedAt),
                                column("held.column.what", EventHeld::summary),
                                column("held.column.inFull", held -> data(held)),
                                column("held.column.trueOn", EventHeld::effectiveOn),
                                column(
                                        "held.column.by",
                                        held -> held.actor() + " (" + say.constant("role", held.role()) + ")"),
                                column("column.source", EventHeld::source),
                                column("held.column.reason", EventHeld::reason),
                                column("event.note", EventHeld::note),
                                column("held.column.event", EventHeld::eventId)))
                .table(
                        say.text("held.readBy"),
                        file.readBy(),
                        List.of(
                                column("held.column.when", View::viewedAt),
                                column(
                                        "held.column.who",
                                        view -> view.actor() + " (" + say.constant("role", view.role()) + ")"),
                                column("held.column.whatFor", view -> say.constant("viewKind", view.kind())),
                                column("held.column.asked", View::path),
                                column("held.column.record", View::official)));
    }

    private @Nullable String data(EventHeld event) {
        String fact = event.type().substring(event.type().indexOf('.') + 1);
        return event.data() == null
                ? null
                : event.data().entrySet().stream()
                        .map(field -> field(fact, field.getKey()) + ": " + field.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** What a field is called; ids have no other name. */
    private String field(String fact, String name) {
        boolean known = tongue.knows("field." + fact + "." + name) || tongue.knows("field." + name);
        return known ? tongue.field(fact, name) : name;
    }

    private <T> Column<T> column(String heading, java.util.function.Function<T, @Nullable Object> value) {
        return new Column<>(say.text(heading), value);
    }
}

package org.preventionnetwork.registry.query.subject;

import java.util.List;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.personal.AccessLogQueries;
import org.springframework.stereotype.Component;

/** Puts together what is held about a person. */
@Component
class PersonFiles {
    private final SubjectQueries who;
    private final DoneQueries done;
    private final HeldEvents events;
    private final AccessLogQueries log;

    PersonFiles(SubjectQueries who, DoneQueries done, HeldEvents events, AccessLogQueries log) {
        this.who = who;
        this.done = done;
        this.events = events;
        this.log = log;
    }

    /** @param tongue in which events are told */
    PersonFile of(OfficialId official, Clocks clocks, Tongue tongue) {
        Subject subject = who.subject(official, clocks);
        if (subject.isErased()) {
            return erased(official, subject);
        }
        return new PersonFile(
                official.value(),
                subject.canonical(),
                false,
                subject.records(),
                who.alumni(subject),
                who.names(subject),
                who.emails(subject),
                who.affiliations(subject),
                done.seminars(subject),
                done.instructor(subject),
                done.seats(subject),
                done.contributions(subject),
                done.merges(subject),
                events.about(subject, tongue),
                log.of(subject.all()));
    }

    private static PersonFile erased(OfficialId official, Subject subject) {
        return new PersonFile(
                official.value(),
                subject.canonical(),
                true,
                subject.records(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

package org.preventionnetwork.registry.query.personal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Persons;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.personal.AccessLogQueries.Filter;
import org.preventionnetwork.registry.query.personal.AccessLogQueries.View;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access log", description = "Who has read whose personal data; for auditors")
class AccessLogEndpoints {
    private final Questions questions;
    private final Persons persons;
    private final AccessLogQueries log;

    AccessLogEndpoints(Questions questions, Persons persons, AccessLogQueries log) {
        this.questions = questions;
        this.persons = persons;
        this.log = log;
    }

    @Reads(
            value = {"actor", "official", "kind", "from", "to"},
            clocks = true,
            paging = true)
    @GetMapping("/api/access-log")
    @Operation(
            summary = "Who has read whose personal data, when and what for, newest first",
            description = "Filters: actor, official, kind, from, to (instants, or days, both included). Of officials"
                    + " it has the ids only.")
    Page<View> views(HttpServletRequest request) {
        persons.requireRole(request, Role.AUDITOR);
        Parameters parameters = new Parameters(request);
        String official = parameters.text("official");
        Filter filter = new Filter(
                parameters.text("actor"),
                official == null ? null : official.replaceFirst("^official:", ""),
                parameters.oneOf("kind", ViewKind.class),
                parameters.firstInstant("from"),
                parameters.instant("to"));
        return log.views(filter, parameters.paging(), questions.clocks(request, "officials"));
    }
}

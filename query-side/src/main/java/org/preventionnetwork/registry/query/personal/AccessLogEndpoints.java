package org.preventionnetwork.registry.query.personal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Persons;
import org.preventionnetwork.registry.query.http.Questions;
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

    @GetMapping("/api/access-log")
    @Operation(
            summary = "Who has read whose personal data, when and what for, newest first",
            description = "Of officials it has the ids only.")
    Page<View> views(AccessLogFilter filter, Paging paging, AskedClocks asked, HttpServletRequest request) {
        persons.requireRole(request, Role.AUDITOR);
        return log.views(filter, paging, questions.clocks(asked, "officials"));
    }
}

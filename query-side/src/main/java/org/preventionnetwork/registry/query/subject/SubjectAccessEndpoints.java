package org.preventionnetwork.registry.query.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Persons;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.web.Frames;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.RequestContextUtils;

@RestController
@Tag(name = "Officials")
class SubjectAccessEndpoints {
    private static final String PATH = "/api/officials/{officialId}/personal-data";
    private static final String SUMMARY = "Everything held about a person, for that person; JSON, or a page to print";
    private static final String DESCRIPTION = "Under all records that are the same person's: what is believed, every"
            + " event, and who has read it. download=true saves it as a file. Of who is erased it says when, and nothing"
            + " else. Needs SECRETARIAT or ADMIN.";
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String[] PROJECTIONS = {"officials", "seminars", "networks", "initiatives", "history"};

    private final Questions questions;
    private final Persons persons;
    private final PersonFiles files;
    private final Viewings viewings;
    private final Frames frames;

    SubjectAccessEndpoints(Questions questions, Persons persons, PersonFiles files, Viewings viewings, Frames frames) {
        this.frames = frames;
        this.questions = questions;
        this.persons = persons;
        this.files = files;
        this.viewings = viewings;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "personalData", summary = SUMMARY, description = DESCRIPTION)
    ResponseEntity<Answer<PersonFile>> file(
            @PathVariable String officialId, AskedFile file, AskedClocks asked, HttpServletRequest request) {
        return headed(officialId, "json", file).body(held(officialId, asked, Tongue.API, request));
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @Operation(operationId = "personalData", summary = SUMMARY, description = DESCRIPTION)
    ResponseEntity<String> page(
            @PathVariable String officialId, AskedFile file, AskedClocks asked, HttpServletRequest request) {
        return headed(officialId, "html", file)
                .contentType(HTML)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'")
                .body(new PersonPage(
                                frames.wording(request), Tongue.of(request), RequestContextUtils.getLocale(request))
                        .of(held(officialId, asked, Tongue.of(request), request)));
    }

    private Answer<PersonFile> held(String id, AskedClocks asked, Tongue tongue, HttpServletRequest request) {
        persons.requireRole(request, Role.SECRETARIAT, Role.ADMIN);
        OfficialId official = new OfficialId(id);
        Clocks clocks = questions.clocks(asked, official, PROJECTIONS);
        if (questions.version(official, clocks.position()).isEmpty()) {
            throw new UnknownEntity("official");
        }
        viewings.begin(ViewKind.SUBJECT_ACCESS);
        return Answer.of(files.of(official, clocks, tongue), clocks);
    }

    private static ResponseEntity.BodyBuilder headed(String id, String ending, AskedFile file) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (file.download()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("personal-data-" + new OfficialId(id).value() + "." + ending)
                            .build()
                            .toString());
        }
        return answer;
    }
}

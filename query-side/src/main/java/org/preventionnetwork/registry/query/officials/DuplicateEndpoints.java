package org.preventionnetwork.registry.query.officials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.officials.DuplicateQueries.Duplicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Not below {@code /api/officials}, where every word is an id. */
@RestController
@NamesPersons
@Tag(name = "Officials")
class DuplicateEndpoints {
    private final Questions questions;
    private final DuplicateQueries duplicates;

    DuplicateEndpoints(Questions questions, DuplicateQueries duplicates) {
        this.questions = questions;
        this.duplicates = duplicates;
    }

    @GetMapping("/api/duplicate-officials")
    @Operation(
            summary = "Pairs of records that may be of one person",
            description =
                    "By whole name or e-mail, former ones too, with whether they are of one state. No name is opened"
                            + " for it. Pairs that are merged are left out; after an unmerge they are back.")
    Page<Duplicate> duplicates(Paging paging, AskedClocks asked) {
        return duplicates.duplicates(paging, questions.clocks(asked, "officials"));
    }
}

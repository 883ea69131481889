package org.preventionnetwork.registry.standalone.accounts;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.standalone.recording.Whom;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * Finds by name whose data is to be erased, for administrators who may see names. What is looked for is in the body: no
 * name stands in an address, and so in no log of one.
 */
@Hidden
@RestController
class ErasureSearch {
    private static final int LONGEST = 1 << 12;
    private static final int MOST = 20;

    private final CurrentCaller callers;
    private final Whom whom;
    private final Frames frames;

    ErasureSearch(CurrentCaller callers, Whom whom, Frames frames) {
        this.callers = callers;
        this.whom = whom;
        this.frames = frames;
    }

    /** @param label name, state and status */
    record Found(String id, String label) {}

    /** Takes {@code {q: …}}: the beginning of a name; answers nobody to who sees no names. */
    @Reads(body = "q")
    @PostMapping(
            path = "/erasure/find",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Found>> find(AskedClocks asked, HttpServletRequest request) throws IOException {
        String words = words(request);
        if (!callers.of(request).seesPersons() || words.isBlank()) {
            return ResponseEntity.ok(List.of());
        }
        return ResponseEntity.ok(whom.called(words, MOST, asked, frames.wording(request)).stream()
                .map(person -> new Found(person.id(), person.inWords()))
                .toList());
    }

    private static String words(HttpServletRequest request) throws IOException {
        try {
            return RegistryJson.mapper()
                    .readTree(request.getInputStream().readNBytes(LONGEST))
                    .path("q")
                    .asString("")
                    .replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        } catch (JacksonException malformed) {
            return "";
        }
    }
}

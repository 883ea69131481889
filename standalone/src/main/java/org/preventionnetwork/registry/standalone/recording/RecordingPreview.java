package org.preventionnetwork.registry.standalone.recording;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.PersonalTexts;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.reading.Envelope;
import org.preventionnetwork.registry.command.reading.InvalidCommand;
import org.preventionnetwork.registry.command.rehearsal.DryRun;
import org.preventionnetwork.registry.command.rehearsal.DryRuns;
import org.preventionnetwork.registry.query.history.HistoryQueries;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.preview.Previews;
import org.preventionnetwork.registry.query.preview.Previews.Preview;
import org.preventionnetwork.registry.query.projection.engine.Supposition.Supposed;
import org.preventionnetwork.registry.query.seminars.SharedSeminars;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.PreviewWords.Changed;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which answers a correction or an annulment would change: a dry run, and the answers as if it had been recorded. */
@Hidden
@RestController
class RecordingPreview {
    private static final int LONGEST = 1 << 20;

    private final Recordables recordables;
    private final CommandReader reader;
    private final DryRuns dryRuns;
    private final Previews previews;
    private final CurrentCaller callers;
    private final Whom whom;
    private final Names names;
    private final SharedSeminars seminars;
    private final Frames frames;
    private final Follows follows;
    private final Questions questions;
    private final Clock clock = Clock.systemUTC();

    RecordingPreview(
            Recordables recordables,
            CommandReader reader,
            DryRuns dryRuns,
            Previews previews,
            CurrentCaller callers,
            Whom whom,
            Names names,
            SharedSeminars seminars,
            Frames frames,
            Follows follows,
            Questions questions) {
        this.recordables = recordables;
        this.reader = reader;
        this.dryRuns = dryRuns;
        this.previews = previews;
        this.callers = callers;
        this.whom = whom;
        this.names = names;
        this.seminars = seminars;
        this.frames = frames;
        this.follows = follows;
        this.questions = questions;
    }

    /** Takes {@code {path: {…fields that the address names…}, body: {…}}}; {@code 409} when it cannot be said. */
    @Reads(body = {"path", "body"})
    @PostMapping(
            path = "/record/{collection}/{command}/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<?> preview(
            @PathVariable String collection,
            @PathVariable String command,
            AskedClocks asked,
            HttpServletRequest request)
            throws IOException {
        return tried(collection, command, request, (read, tried) -> {
            Optional<Preview> preview = previews.of(
                    read.entity(),
                    tried.events().stream().map(RecordingPreview::supposed).toList(),
                    LocalDate.now(clock));
            if (preview.isEmpty()) {
                return problem(HttpStatus.CONFLICT, "NOT_NOW", "what would change cannot be said at the moment");
            }
            List<Changed> changes = new ArrayList<>(words(read.entity(), asked, request)
                    .of(preview.get(), tried.recorded().ends()));
            changes.addAll(merged(read, frames.wording(request)));
            return ResponseEntity.ok(changes);
        });
    }

    /** Takes the same, of any command; answers what would follow from it beside what it says itself. */
    @Reads(body = {"path", "body"})
    @PostMapping(
            path = "/record/{collection}/{command}/follows",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<?> follows(
            @PathVariable String collection,
            @PathVariable String command,
            AskedClocks asked,
            HttpServletRequest request)
            throws IOException {
        return tried(
                collection,
                command,
                request,
                (read, tried) -> ResponseEntity.ok(follows.of(
                        read,
                        tried,
                        questions.clocks(asked, HistoryQueries.PROJECTION).position(),
                        whom.begin(asked),
                        Tongue.of(request),
                        frames.wording(request))));
    }

    private interface Telling {
        ResponseEntity<?> of(RegistryCommand read, DryRun tried);
    }

    /** What a command that is sent would do, told; or why it would not be recorded. */
    private ResponseEntity<?> tried(String collection, String command, HttpServletRequest request, Telling telling)
            throws IOException {
        Optional<Recordable> recordable = recordables.find(collection, command);
        if (recordable.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "there is no such form");
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(LONGEST);
            JsonNode sent = RegistryJson.mapper().readTree(bytes);
            if (!(sent.path("body") instanceof ObjectNode body)) {
                return problem(HttpStatus.BAD_REQUEST, "MALFORMED", "{\"path\": {…}, \"body\": {…}} is accepted");
            }
            RegistryCommand read = read(recordable.get(), body, sent);
            return telling.of(read, tried(read, Envelope.of(body), request));
        } catch (JacksonException malformed) {
            return problem(HttpStatus.BAD_REQUEST, "MALFORMED", "the body is no JSON");
        } catch (InvalidCommand | Refused notPossible) {
            return problem(HttpStatus.CONFLICT, "NOT_POSSIBLE", "this would not be recorded; a dry run says why");
        }
    }

    /** Where both records are enrolled there is one enrolment less to see, and the other stands behind it. */
    private List<Changed> merged(RegistryCommand command, Wording say) {
        return command instanceof MergeOfficial merge
                ? seminars.of(merge.officialId(), merge.into()).stream()
                        .map(shared -> new Changed(
                                say.text("recordOption.enrolledTwice", shared.title()),
                                String.join(", ", shared.enrollments()),
                                say.text("recordOption.enrolledOnce")))
                        .toList()
                : List.of();
    }

    private PreviewWords words(EntityId about, AskedClocks asked, HttpServletRequest request) {
        Wording say = frames.wording(request);
        Clocks now = whom.begin(asked);
        return new PreviewWords(say, about, (column, ids) -> switch (column) {
            case "official", "canonical" -> whom.names(ids, now, say);
            case "institution", "lead_institution", "secretariat", "nominated_by", "co_organisers" ->
                names.institutions(ids, now, say.language());
            case "network" -> names.networks(ids, now, say.language());
            case "other", "scope" ->
                ids.stream().collect(Collectors.toMap(id -> id, id -> names.scope(id, now, say.language())));
            case "programme" ->
                ids.stream().collect(Collectors.toMap(id -> id, id -> names.programme(id, now, say.language())));
            default -> Map.of();
        });
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private RegistryCommand read(Recordable recordable, ObjectNode body, JsonNode sent) {
        Map<String, String> path = new HashMap<>();
        sent.path("path")
                .properties()
                .forEach(entry -> path.put(entry.getKey(), entry.getValue().asString()));
        recordable
                .madeField()
                .ifPresent(made -> path.putIfAbsent(made, UUID.randomUUID().toString()));
        return reader.read(recordable.command(), body, path);
    }

    private DryRun tried(RegistryCommand command, Envelope envelope, HttpServletRequest request) {
        Caller caller = callers.of(request);
        Provenance provenance = new Provenance(
                caller.name(),
                caller.recordingRole().name(),
                envelope.source(),
                envelope.note(),
                envelope.reason(),
                null);
        return dryRuns.of(command, provenance, null, caller.scopes());
    }

    /** Nothing personal goes into the database in a form that can be read there, not even for a moment. */
    private static Supposed supposed(DomainEventMessage<?> message) {
        RegistryEvent event = PersonalTexts.change(
                (RegistryEvent) message.getPayload(),
                (text, place) -> text.stored() == null ? PersonalText.sealed(text.person(), "", place) : text.stored());
        EventCatalogue.StoredName name =
                Objects.requireNonNull(EventCatalogue.standard().nameOf(event.getClass()));
        return new Supposed(
                name.name(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                message.getMetaData(),
                event);
    }
}

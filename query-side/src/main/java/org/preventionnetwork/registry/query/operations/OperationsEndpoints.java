package org.preventionnetwork.registry.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.projection.engine.DeadLetters;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.projection.engine.Operations.DeadLetter;
import org.preventionnetwork.registry.query.projection.engine.Projections;
import org.preventionnetwork.registry.query.projection.engine.Rebuild;
import org.preventionnetwork.registry.query.projection.engine.StillFilling;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/operations")
@Tag(name = "Operations", description = "How the projections are doing, rebuilds and dead letters")
class OperationsEndpoints {
    private final ProjectionStatuses statuses;
    private final Projections projections;
    private final Rebuild rebuild;
    private final Operations operations;
    private final DeadLetters deadLetters;

    OperationsEndpoints(
            ProjectionStatuses statuses,
            Projections projections,
            Rebuild rebuild,
            Operations operations,
            DeadLetters deadLetters) {
        this.statuses = statuses;
        this.projections = projections;
        this.rebuild = rebuild;
        this.operations = operations;
        this.deadLetters = deadLetters;
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/projections")
    @Operation(summary = "How far every projection is, and its rebuild")
    Items<ProjectionStatus> projections() {
        return new Items<>(statuses.all());
    }

    @GetMapping("/projections/{name}")
    @Operation(summary = "How far one projection is, and its rebuild")
    ProjectionStatus projection(@PathVariable String name) {
        return statuses.named(name).orElseThrow(() -> unknown("projection"));
    }

    record Requested(String name, int version) {}

    @PostMapping("/projections/{name}/rebuild")
    @Operation(summary = "Makes a projection anew beside the one that answers, and shows it when it is equal")
    ResponseEntity<Requested> rebuild(@PathVariable String name) {
        int version = rebuild.request(projections.named(name).orElseThrow(() -> unknown("projection")));
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/projections/" + name))
                .body(new Requested(name, version));
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "The entities that are parked, each behind the event that could not be brought in")
    Items<DeadLetter> deadLetters(@RequestParam(required = false) @Nullable String projection) {
        return new Items<>(operations.deadLetters().stream()
                .filter(letter -> projection == null || letter.projection().equals(projection))
                .toList());
    }

    /** @param outcome BROUGHT_IN, EVICTED, or EVICTED_NEXT_ONE_PARKED when a further event of the entity is at fault */
    record Done(long id, String outcome) {}

    @PostMapping({"/projections/{name}/dead-letters/{id}/retry", "/dead-letters/{id}/retry"})
    @Operation(summary = "Brings a parked entity in anew, from the event store")
    Done retry(@PathVariable(required = false) @Nullable String name, @PathVariable String id) {
        long letter = letter(name, id);
        if (!deadLetters.retry(letter).orElseThrow(() -> unknown("dead letter"))) {
            throw new OperationRefused(
                    HttpStatus.CONFLICT, "STILL_FAILING", "an event of this entity still cannot be brought in");
        }
        return new Done(letter, "BROUGHT_IN");
    }

    @PostMapping({"/projections/{name}/dead-letters/{id}/evict", "/dead-letters/{id}/evict"})
    @Operation(summary = "Leaves the event at fault out of the projection, and brings in the rest of its entity")
    Done evict(@PathVariable(required = false) @Nullable String name, @PathVariable String id) {
        long letter = letter(name, id);
        boolean cameIn = deadLetters.evict(letter).orElseThrow(() -> unknown("dead letter"));
        return new Done(letter, cameIn ? "EVICTED" : "EVICTED_NEXT_ONE_PARKED");
    }

    private long letter(@Nullable String name, String id) {
        return operations.deadLetters().stream()
                .filter(letter -> Long.toString(letter.id()).equals(id))
                .filter(letter -> name == null || letter.projection().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("dead letter"))
                .id();
    }

    private static OperationRefused unknown(String what) {
        return new OperationRefused(HttpStatus.NOT_FOUND, "UNKNOWN_ENTITY", "there is no such " + what);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(StillFilling notYet) {
        return handle(
                new OperationRefused(
                        HttpStatus.CONFLICT,
                        "STILL_BUILDING",
                        "this version of the projection is being rebuilt; its dead letters can be dealt with when that is done"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(OperationRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.getMessage());
        problem.setType(URI.create(
                "/problems/" + refused.code().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", refused.code());
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

package org.preventionnetwork.registry.command.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.rehearsal.DryRun;
import org.preventionnetwork.registry.command.rehearsal.DryRuns;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A request that was read as a command, and how it is answered. */
public final class CommandRequest<C extends RegistryCommand> {
    private final C command;
    private final Provenance provenance;
    private final @Nullable Long expectedVersion;
    private final Set<String> scopes;
    private final Commands commands;
    private final @Nullable DryRuns dryRuns;
    private final @Nullable Foresight foresight;

    /**
     * @param scopes what the sender's recording is limited to
     * @param dryRuns where it is only tried, or null where it is to be recorded
     * @param foresight of what is only tried, or null where nobody has any
     */
    CommandRequest(
            C command,
            Provenance provenance,
            @Nullable Long expectedVersion,
            Set<String> scopes,
            Commands commands,
            @Nullable DryRuns dryRuns,
            @Nullable Foresight foresight) {
        this.command = command;
        this.provenance = provenance;
        this.expectedVersion = expectedVersion;
        this.scopes = scopes;
        this.commands = commands;
        this.dryRuns = dryRuns;
        this.foresight = foresight;
    }

    public C command() {
        return command;
    }

    /** Whether the sender only asks what would be recorded. */
    public boolean isDryRun() {
        return dryRuns != null;
    }

    /** Sends it; {@code 201} with the new resource's address, or {@code 200} where it is there already. */
    ResponseEntity<Map<String, Object>> create() {
        if (dryRuns != null) {
            return tried(dryRuns);
        }
        Recorded recorded = commands.send(command, provenance, expectedVersion, scopes);
        boolean made = ResourceNames.partField(command.getClass()) == null
                ? recorded.outcome() == Outcome.CREATED
                : recorded.changed();
        if (!made) {
            return answer(ResponseEntity.ok(), recorded);
        }
        URI location = URI.create(ResourceNames.address(command, recorded.resourceId()));
        return answer(ResponseEntity.status(HttpStatus.CREATED).location(location), recorded);
    }

    /** Sends it; {@code 200} whether something was recorded or it was so already. */
    public ResponseEntity<Map<String, Object>> act() {
        if (dryRuns != null) {
            return tried(dryRuns);
        }
        return answer(ResponseEntity.ok(), commands.send(command, provenance, expectedVersion, scopes));
    }

    /** {@code 200} with what would be recorded; it has no ETag, for nothing is there to have one. */
    private ResponseEntity<Map<String, Object>> tried(DryRuns runs) {
        DryRun run = runs.of(command, provenance, expectedVersion, scopes);
        Map<String, Object> body = DryRunAnswer.of(run);
        if (foresight != null && command instanceof MergeOfficial merge) {
            body.put("enrolledTwice", foresight.enrolledTwice(merge));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private ResponseEntity<Map<String, Object>> answer(ResponseEntity.BodyBuilder response, Recorded recorded) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(ResourceNames.fieldOf(command.entity()), command.entity().value());
        String part = ResourceNames.partField(command.getClass());
        if (part != null && recorded.resourceId() != null) {
            body.put(part, recorded.resourceId());
        }
        body.put("factId", recorded.factId().value());
        body.put("version", recorded.version());
        body.put("outcome", recorded.outcome());
        if (recorded.status() != null) {
            body.put("status", recorded.status());
        }
        if (recorded.hint() != null) {
            body.put("hint", recorded.hint());
        }
        if (!recorded.ends().isEmpty()) {
            body.put("ends", DryRunAnswer.ends(recorded));
        }
        return response.eTag("\"" + recorded.version() + "\"").body(body);
    }
}

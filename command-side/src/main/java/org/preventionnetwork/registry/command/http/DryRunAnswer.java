package org.preventionnetwork.registry.command.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.preventionnetwork.registry.api.facts.DerivedEnd;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.PersonalTexts;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.rehearsal.DryRun;

/** What would be recorded, as an answer; personal data in it is left out. */
final class DryRunAnswer {
    private DryRunAnswer() {}

    static Map<String, Object> of(DryRun run) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dryRun", true);
        body.put("outcome", run.recorded().outcome());
        body.put("version", run.recorded().version());
        body.put("factId", run.recorded().factId().value());
        if (run.recorded().status() != null) {
            body.put("status", run.recorded().status());
        }
        if (run.recorded().hint() != null) {
            body.put("hint", run.recorded().hint());
        }
        if (!run.recorded().ends().isEmpty()) {
            body.put("ends", ends(run.recorded()));
        }
        List<Map<String, Object>> events =
                run.events().stream().map(DryRunAnswer::event).toList();
        body.put("events", events);
        return body;
    }

    /** What is over by it, though nobody said so. */
    static List<Map<String, Object>> ends(Recorded recorded) {
        return recorded.ends().stream().map(DryRunAnswer::end).toList();
    }

    private static Map<String, Object> end(DerivedEnd end) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("membershipId", end.resourceId());
        shown.put("state", end.state().value());
        shown.put("kind", end.kind());
        shown.put("since", end.since().toString());
        shown.put("until", end.until().toString());
        return shown;
    }

    private static Map<String, Object> event(DomainEventMessage<?> message) {
        RegistryEvent event = (RegistryEvent) message.getPayload();
        EventCatalogue.StoredName name =
                Objects.requireNonNull(EventCatalogue.standard().nameOf(event.getClass()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", name.name());
        shown.put("entity", event.entity().aggregateId());
        shown.put(
                "payload",
                RegistryJson.mapper().valueToTree(PersonalTexts.change(event, (text, place) -> text.erased())));
        return shown;
    }
}

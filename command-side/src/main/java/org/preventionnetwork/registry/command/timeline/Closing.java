package org.preventionnetwork.registry.command.timeline;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Correcting the {@code until} of something that one fact opens and another closes (a membership, a seat): setting it
 * corrects the closing fact or records one, clearing it annuls the closing fact.
 */
public final class Closing {
    private static final String UNTIL = "until";

    private Closing() {}

    public record Change<F extends Fact>(List<F> replaced, List<F> annulled, List<F> added) {}

    /** The part of the correction that is about the opening fact. */
    public static FactPatch withoutUntil(FactPatch patch) {
        ObjectNode fields = patch.fields().deepCopy();
        fields.remove(UNTIL);
        return new FactPatch(fields);
    }

    /**
     * @param closing the closing fact as it holds, or null while there is none
     * @param dateField the closing fact's field that holds its date
     * @param close makes the closing fact that is missing
     */
    public static <F extends Fact> Change<F> change(
            FactPatch patch, @Nullable F closing, String dateField, Function<HistoricalDate, F> close) {
        JsonNode until = patch.fields().get(UNTIL);
        if (until == null) {
            return new Change<>(List.of(), List.of(), List.of());
        }
        if (until.isNull()) {
            return new Change<>(List.of(), closing == null ? List.of() : List.of(closing), List.of());
        }
        if (closing == null) {
            return new Change<>(List.of(), List.of(), List.of(close.apply(date(until))));
        }
        ObjectNode fields = RegistryJson.mapper().createObjectNode();
        fields.put(dateField, date(until).toString());
        return new Change<>(List.of(FactPatching.apply(closing, new FactPatch(fields))), List.of(), List.of());
    }

    private static HistoricalDate date(JsonNode until) {
        try {
            return RegistryJson.mapper().treeToValue(until, HistoricalDate.class);
        } catch (JacksonException e) {
            throw new Refused(new Refusal(RefusalCode.NOT_CORRECTABLE, FieldProblem.describe(e), List.of(), UNTIL));
        }
    }
}

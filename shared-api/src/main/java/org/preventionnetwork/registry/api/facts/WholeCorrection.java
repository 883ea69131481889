package org.preventionnetwork.registry.api.facts;

import java.util.List;

/**
 * The correction of several facts as if they were one, by the fields with which they were first recorded.
 *
 * @param command that corrects them
 * @param recordedBy the command whose fields it takes
 * @param fields these of them
 * @param endable whether it takes an {@code until} as well
 */
public record WholeCorrection(
        Class<? extends CarriesPatch> command,
        Class<? extends RegistryCommand> recordedBy,
        List<String> fields,
        boolean endable) {
    public WholeCorrection {
        fields = List.copyOf(fields);
    }
}

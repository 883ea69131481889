package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.command.imports.files.Row;

/**
 * One thing that a row says.
 *
 * @param columns the columns behind the command's fields; of a column that the file does not have, a row says nothing
 * @param facts what it would be recorded as
 * @param key the fields that make a recorded fact of these types the same thing; none where there is only one
 * @param sequels what may say some of it anew
 * @param rivals facts that exclude it, so that it is another account of the same matter
 * @param asksFirst whether the registry would take a second account beside the first
 */
record Saying(
        Row row,
        RegistryCommand command,
        Map<String, String> columns,
        List<Class<? extends Fact>> facts,
        Set<String> key,
        List<Sequel> sequels,
        List<Class<? extends Fact>> rivals,
        boolean asksFirst) {}

package org.preventionnetwork.registry.standalone.recording;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.access.requests.NamesByPath;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.springframework.stereotype.Component;

/** What a form can be filled with: the fields of its command, and of the facts that a correction can be about. */
@Component
class FormParameters implements NamesByPath {
    private final Recordables recordables;

    FormParameters(Recordables recordables) {
        this.recordables = recordables;
    }

    @Override
    public Set<String> of(Map<String, String> variables) {
        Set<String> names = new LinkedHashSet<>();
        recordables
                .find(variables.getOrDefault("collection", ""), variables.getOrDefault("command", ""))
                .ifPresent(form -> {
                    names.add(form.entityField());
                    names.add("factId");
                    names.add("then");
                    form.routes().forEach(route -> names.addAll(route.variables()));
                    add(form, names);
                    if (form.isCorrection()) {
                        names.addAll(CommandReader.correctable(form.command()));
                    }
                });
        return names;
    }

    private static void add(Recordable form, Set<String> names) {
        form.shape().fields().forEach(field -> names.add(field.name()));
    }
}

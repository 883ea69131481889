package org.preventionnetwork.registry.api.officials;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactPatch;
import tools.jackson.databind.node.JsonNodeFactory;

class OfficialCommandTest {
    /** Whatever logs a command must not log a name. */
    @Test
    void a_command_about_a_person_says_nothing_of_the_person_when_it_is_written_as_text() throws Exception {
        List<Class<?>> telling = Arrays.stream(OfficialCommand.class.getPermittedSubclasses())
                .filter(command -> Arrays.stream(command.getRecordComponents())
                        .anyMatch(field -> field.getType() == String.class || field.getType() == FactPatch.class))
                .toList();
        assertThat(telling).hasSizeGreaterThanOrEqualTo(4);
        for (Class<?> command : telling) {
            RecordComponent[] fields = command.getRecordComponents();
            Constructor<?> constructor = command.getDeclaredConstructor(
                    Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new));
            Object made = constructor.newInstance(
                    Arrays.stream(fields).map(OfficialCommandTest::value).toArray());
            assertThat(made.toString()).contains("o-1").doesNotContain("Juana");
        }
    }

    private static Object value(RecordComponent field) {
        if (field.getType() == String.class) {
            return "Juana Quispe";
        } else if (field.getType() == FactPatch.class) {
            return new FactPatch(JsonNodeFactory.instance.objectNode().put("fullName", "Juana Quispe"));
        }
        return field.getType() == OfficialId.class ? new OfficialId("o-1") : null;
    }
}

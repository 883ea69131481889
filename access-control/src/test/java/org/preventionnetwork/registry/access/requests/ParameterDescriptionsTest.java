package org.preventionnetwork.registry.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterDescriptionsTest {
    private static Parameter described(String owner, String type, String means, String example) {
        return ParameterDescriptions.described(
                new DeclaredParameter(owner, "p", type, null, means, example, List.of(), null, null));
    }

    @Test
    void an_example_stands_in_the_document_as_what_it_is() {
        assertThat(described(null, "boolean", "Whether.", "true").getExample()).isEqualTo(true);
        assertThat(described(null, "integer", "How many.", "12").getExample()).isEqualTo(12L);
        assertThat(described(null, "string", "Which.", "12").getExample()).isEqualTo("12");
        assertThatThrownBy(() -> described(null, "boolean", "Whether.", "perhaps"))
                .hasMessageContaining("no example of a boolean");
    }

    @Test
    void what_many_read_is_described_once_and_two_of_one_name_are_never_taken_for_one() {
        OpenAPI document = new OpenAPI();
        for (int reader = 0; reader < 2; reader++) {
            List<Parameter> shared = ParameterDescriptions.shared(
                    List.of(described("Filter", "string", "A network.", "africa")), document);
            assertThat(shared).singleElement().satisfies(one -> assertThat(one.get$ref())
                    .endsWith("/Filter.p"));
        }
        assertThat(document.getComponents().getParameters()).containsOnlyKeys("Filter.p");
        assertThatThrownBy(() -> ParameterDescriptions.shared(
                        List.of(described("Filter", "string", "A state.", "AR")), document))
                .hasMessageContaining("Filter.p");
    }
}

package org.preventionnetwork.registry.query.figures.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DefinitionVersionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void every_version_of_every_figure_is_in_force_on_the_day_on_which_it_begins() {
        for (FigureDefinition definition : new Definitions(new PGSimpleDataSource()).all()) {
            for (DefinitionVersion version : definition.versions()) {
                assertThat(definition.versionOn(version.since()))
                        .as(definition.name().name())
                        .isEqualTo(version);
            }
        }
    }

    @Test
    void two_versions_that_begin_on_one_day_are_refused() {
        DefinitionVersion first = new DefinitionVersion(1, DAY.minusDays(8));
        DefinitionVersion second = new DefinitionVersion(2, DAY);
        assertThat(DefinitionVersion.inOrder(List.of(first, second))).containsExactly(first, second);
        for (LocalDate since : List.of(DAY, DAY.minusDays(1))) {
            assertThatThrownBy(() -> DefinitionVersion.inOrder(List.of(first, second, new DefinitionVersion(3, since))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("version 3 begins on " + since);
        }
        assertThatThrownBy(() -> DefinitionVersion.inOrder(List.of(first, new DefinitionVersion(3, DAY))))
                .hasMessageContaining("version 3 stands where version 2 belongs");
    }
}

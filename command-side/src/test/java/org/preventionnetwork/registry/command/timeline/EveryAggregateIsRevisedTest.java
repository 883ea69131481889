package org.preventionnetwork.registry.command.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** No aggregate is left out of what {@link RevisionConformance} asks of each. */
class EveryAggregateIsRevisedTest {
    @Test
    void of_every_aggregate_all_facts_are_corrected_and_annulled_in_a_test() {
        Set<String> aggregates = packagesWith(new AnnotationTypeFilter(Aggregate.class));
        assertThat(aggregates).hasSizeGreaterThan(7);
        assertThat(packagesWith(new AssignableTypeFilter(RevisionConformance.class)))
                .isEqualTo(aggregates);
    }

    private static Set<String> packagesWith(TypeFilter wanted) {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(wanted);
        return found.findCandidateComponents("org.preventionnetwork.registry.command").stream()
                .map(type -> ClassUtils.getPackageName(String.valueOf(type.getBeanClassName())))
                .collect(Collectors.toSet());
    }
}

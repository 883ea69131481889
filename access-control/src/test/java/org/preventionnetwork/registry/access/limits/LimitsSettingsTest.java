package org.preventionnetwork.registry.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.outages.Patience;

class LimitsSettingsTest {
    private static LimitsSettings of(String silence, String statement) {
        return new LimitsSettings(30, 64, 200, Duration.parse(silence), Duration.parse(statement));
    }

    @Test
    void patience_with_the_database_has_bounds_and_says_them() {
        assertThatThrownBy(() -> of("PT0.499S", "PT30S"))
                .hasMessageContaining("registry.limits.silence-of-database")
                .hasMessageContaining("a time from 500ms to 300s");
        assertThatThrownBy(() -> of("PT5M1S", "PT30S")).hasMessageContaining("silence-of-database");
        assertThatThrownBy(() -> of("PT8S", "PT0S"))
                .hasMessageContaining("registry.limits.longest-statement")
                .hasMessageContaining("a time from 500ms to 3600s");
        assertThatThrownBy(() -> of("PT8S", "PT1H1S")).hasMessageContaining("longest-statement");
    }

    @Test
    void whoever_answers_requests_has_the_patience_that_is_set() {
        LimitsSettings widest = of("PT5M", "PT1H");
        assertThat(new LimitsConfiguration().patienceOfRequests(widest))
                .isEqualTo(new Patience.Limits(Duration.ofMinutes(5), Duration.ofHours(1)));
        // An export may take this many times as long, and milliseconds are counted in an int.
        assertThat(new LimitsConfiguration()
                        .patienceOfRequests(widest)
                        .times(15)
                        .statement())
                .isLessThan(Duration.ofMillis(Integer.MAX_VALUE));
    }
}

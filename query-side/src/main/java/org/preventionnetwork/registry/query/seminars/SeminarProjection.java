package org.preventionnetwork.registry.query.seminars;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code seminar, enrollment, attendance, reported_figures, instructor}. */
@Configuration(proxyBeanMethods = false)
class SeminarProjection {
    @Bean
    Projection seminars() {
        return new Projection(
                "seminars",
                4,
                Set.of(EntityType.SEMINAR),
                List.of(
                        new SeminarModel(),
                        new EnrollmentModel(),
                        new AttendanceModel(),
                        new ReportedFiguresModel(),
                        new InstructorModel()));
    }
}

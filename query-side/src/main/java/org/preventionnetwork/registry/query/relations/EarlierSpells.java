package org.preventionnetwork.registry.query.relations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The times that an official took part in a seminar, or was to, before the one that is told of: who withdrew or was
 * declined and came back. Read from the events, as a spell may have no date by which rows could tell it.
 */
@Component
public class EarlierSpells {
    /** Only who left can have come back, and a correction can say so too; in most seminars nobody left. */
    private static final String CAME_BACK =
            """
            SELECT h.subject FROM read.history h
            WHERE h.entity = :entity AND h.subject = ANY(:enrollments) AND h.known_from <= :position
                AND (h.event_name IN ('seminar.EnrollmentWithdrawn', 'seminar.EnrollmentDeclined')
                    OR h.after ->> 'status' IN ('WITHDRAWN', 'DECLINED'))
            GROUP BY h.subject
            """;

    private final EntityHistory history;
    private final JdbcClient jdbc;

    EarlierSpells(EntityHistory history, @Qualifier("query") DataSource database) {
        this.history = history;
        this.jdbc = JdbcClient.create(database);
    }

    /** A step of a spell; {@code on} is null where nobody knows when. */
    public record Step(String status, @Nullable String on) {}

    /** @param steps in their order */
    public record Earlier(List<Step> steps) {}

    /**
     * @param enrollments their ids
     * @return by enrolment, the first spell first; without those who never came back
     */
    public Map<String, List<Earlier>> of(SeminarId seminar, Collection<String> enrollments, Clocks clocks) {
        List<String> cameBack = jdbc.sql(CAME_BACK)
                .param("entity", seminar.aggregateId())
                .param("enrollments", enrollments.toArray(String[]::new))
                .param("position", clocks.position())
                .query(String.class)
                .list();
        if (cameBack.isEmpty()) {
            return Map.of();
        }
        KnownFacts facts = new KnownFacts(seminar.aggregateId());
        history.read(Map.of(seminar.aggregateId(), clocks.position() + 1), facts::apply);
        Map<String, List<Earlier>> earlier = new HashMap<>();
        for (String enrollment : cameBack) {
            List<Earlier> spells = EnrollmentSteps.of(facts.history(), enrollment)
                    .map(steps -> before(steps, clocks.day()))
                    .orElse(List.of());
            if (!spells.isEmpty()) {
                earlier.put(enrollment, spells);
            }
        }
        return earlier;
    }

    private static List<Earlier> before(EnrollmentSteps steps, LocalDate day) {
        Known<EnrollmentFact> now = steps.on(day);
        if (now == null) {
            return List.of();
        }
        return steps.spells().subList(0, steps.spellOf(now.fact()).number()).stream()
                .map(spell -> new Earlier(
                        spell.ordered().stream().map(step -> step(step.fact())).toList()))
                .toList();
    }

    private static Step step(EnrollmentFact fact) {
        return new Step(
                EnrollmentSteps.status(fact).name(),
                fact.on() == null ? null : fact.on().toString());
    }
}

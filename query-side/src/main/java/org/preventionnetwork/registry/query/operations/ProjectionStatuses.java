package org.preventionnetwork.registry.query.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.operations.ProjectionStatus.RebuildStatus;
import org.preventionnetwork.registry.query.operations.ProjectionWatch.Seen;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.projection.engine.Operations.VersionRow;
import org.springframework.stereotype.Component;

/** Puts together how all projections are doing. */
@Component
public final class ProjectionStatuses {
    private final ProjectionWatch watch;
    private final Operations operations;

    ProjectionStatuses(ProjectionWatch watch, Operations operations) {
        this.watch = watch;
        this.operations = operations;
    }

    public List<ProjectionStatus> all() {
        Map<String, Long> parked = operations.deadLetters().stream()
                .collect(
                        Collectors.groupingBy(letter -> letter.projection() + letter.version(), Collectors.counting()));
        Map<String, Long> skipped = operations.skippedEvents().stream()
                .collect(Collectors.groupingBy(event -> event.projection() + event.version(), Collectors.counting()));
        List<Seen> seen = watch.look();
        List<ProjectionStatus> statuses = new ArrayList<>();
        for (Seen live : seen) {
            if (live.row().state().equals("LIVE")) {
                VersionRow row = live.row();
                statuses.add(new ProjectionStatus(
                        row.name(),
                        row.version(),
                        row.state(),
                        row.position(),
                        live.head(),
                        live.lag(),
                        rounded(live.eventsPerSecond()),
                        parked.getOrDefault(row.name() + row.version(), 0L),
                        skipped.getOrDefault(row.name() + row.version(), 0L),
                        rebuild(row, seen)));
            }
        }
        return statuses;
    }

    Optional<ProjectionStatus> named(String name) {
        return all().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private static @Nullable RebuildStatus rebuild(VersionRow live, List<Seen> seen) {
        return seen.stream()
                .filter(other -> other.row().name().equals(live.name())
                        && other.row().version() > live.version()
                        && !other.row().state().equals("RETIRED"))
                .max(Comparator.comparingInt(other -> other.row().version()))
                .map(other -> rebuild(other, Instant.now()))
                .orElse(null);
    }

    static RebuildStatus rebuild(Seen seen, Instant now) {
        VersionRow row = seen.row();
        boolean catchingUp = row.state().equals("CATCHING_UP");
        long target = catchingUp || row.target() == null ? seen.head() : row.target();
        Instant until = row.finishedAt() == null ? now : row.finishedAt();
        double seconds =
                Math.max(0.001, Duration.between(row.startedAt(), until).toMillis() / 1000.0);
        double pace = row.position() / seconds;
        boolean underWay = row.finishedAt() == null;
        Long left = underWay && pace > 0 ? (long) Math.ceil(Math.max(0, target - row.position()) / pace) : null;
        return new RebuildStatus(
                row.version(),
                row.state(),
                row.position(),
                target,
                target == 0 ? 100 : rounded(Math.min(100, 100.0 * row.position() / target)),
                rounded(pace),
                left,
                row.startedAt(),
                row.finishedAt(),
                row.detail());
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}

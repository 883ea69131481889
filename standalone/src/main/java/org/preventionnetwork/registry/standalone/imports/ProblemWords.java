package org.preventionnetwork.registry.standalone.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.LooseDate;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.query.web.Wording;

/** Says in the page's language what is wrong with a file, and what is meant where that can be told from the cell. */
final class ProblemWords {
    private static final String CAUSE = "imports.cause.";
    private final Wording say;

    ProblemWords(Wording say) {
        this.say = say;
    }

    /** Why an import failed; null where it did not. */
    @Nullable
    String failure(RunReport report) {
        Cause cause = report.failureCause();
        return cause == null ? report.failure() : of(cause, report.failureParameters(), null, Map.of());
    }

    /** @param cells of the row that are right and kept, by column */
    String of(Problem problem, Map<String, String> cells) {
        Cause cause = problem.cause();
        return cause == null ? problem.detail() : of(cause, problem.parameters(), problem.value(), cells);
    }

    /** What a file is called, where it is called what the registry calls it; else by its own name. */
    String file(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return switch (stem) {
            case "the sample of the institute" -> say.text("imports.file.sample");
            case "upload" ->
                say.text("imports.file.upload")
                        + (dot < 0 ? "" : " (" + name.substring(dot + 1).toUpperCase(Locale.ROOT) + ")");
            default -> name;
        };
    }

    private String of(Cause cause, List<String> parameters, @Nullable String cell, Map<String, String> cells) {
        return switch (cause) {
            case REFUSED -> refused(parameters.get(0), cells);
            case DAY -> cell == null ? general(cause, parameters) : day(cell);
            case STATE, STATE_OR_INSTITUTION -> state(cell).orElseGet(() -> general(cause, parameters));
            case DATE_AS_NUMBER, DATE_WITHOUT_YEAR -> say.text(CAUSE + cause, say.date(parameters.get(0)));
            case ENDS_BY_HIGHER_KIND ->
                say.text(
                        CAUSE + cause,
                        say.constant("membershipKind", parameters.get(0)),
                        say.date(parameters.get(1)),
                        say.constant("membershipKind", parameters.get(2)),
                        say.date(parameters.get(3)));
            default -> general(cause, parameters);
        };
    }

    private String general(Cause cause, List<String> parameters) {
        return say.text(CAUSE + cause, parameters.toArray());
    }

    private String day(String cell) {
        Optional<HistoricalDate> meant = LooseDate.read(cell);
        if (meant.isPresent()) {
            return say.text("imports.cause.DAY.meant", meant.get().toString());
        }
        List<HistoricalDate> readings = LooseDate.readings(cell);
        return readings.isEmpty()
                ? say.text(CAUSE + Cause.DAY)
                : say.text(
                        "imports.cause.DAY.which",
                        readings.stream().map(HistoricalDate::toString).collect(Collectors.joining(", ")));
    }

    private Optional<String> state(@Nullable String cell) {
        try {
            if (cell != null) {
                StateCode.of(cell);
            }
            return Optional.empty();
        } catch (UnknownState none) {
            return none.candidates().isEmpty()
                    ? Optional.empty()
                    : Optional.of(say.text("fault.state.near", states(none.candidates())));
        }
    }

    private String refused(String code, Map<String, String> cells) {
        String meaning = say.constant("record.refusal", code);
        return code.equals(RefusalCode.STATE_NOT_THERE.name())
                ? Optional.ofNullable(cells.get("state"))
                        .flatMap(state -> days(state, cells))
                        .map(days -> meaning + " " + days)
                        .orElse(meaning)
                : meaning;
    }

    /** When the state was there, and who was on the row's first day that it was not. */
    private Optional<String> days(String cell, Map<String, String> cells) {
        StateCode state;
        try {
            state = StateCode.of(cell);
        } catch (UnknownState none) {
            return Optional.empty();
        }
        Existence existence = States.existence(state);
        String days = say.text(
                "imports.cause.existed", say.state(state.value()), date(existence.from()), date(existence.until()));
        return Optional.of(List.of("from", "until").stream()
                .map(cells::get)
                .flatMap(text -> LooseDate.read(text == null ? "" : text).stream())
                .filter(existence::excludes)
                .findFirst()
                .map(date -> {
                    LocalDate day = existence.hasEnded()
                                    && existence.until() != null
                                    && !date.earliest()
                                            .isBefore(existence.until().latest())
                            ? date.earliest()
                            : date.latest();
                    List<StateCode> there = States.thereOn(day, state);
                    return there.isEmpty()
                            ? days
                            : days + " " + say.text("imports.cause.existed.then", say.day(day), states(there));
                })
                .orElse(days));
    }

    private String date(@Nullable HistoricalDate date) {
        return date == null ? "…" : say.date(date.toString());
    }

    private String states(List<StateCode> states) {
        return states.stream()
                .map(state -> say.state(state.value()) + " (" + state.value() + ")")
                .collect(Collectors.joining(", "));
    }
}

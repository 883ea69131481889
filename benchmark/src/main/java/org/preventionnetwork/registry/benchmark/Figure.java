package org.preventionnetwork.registry.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the results.
 *
 * @param registry what the registry reached
 * @param raw what PostgreSQL by itself reached in the same run, or null where there is nothing to compare with
 * @param ratio of the two, 1 being as good as raw; null where there is none
 * @param goal in words, or null
 * @param met whether the goal was met; null without a goal
 */
record Figure(
        String what,
        String registry,
        @Nullable String raw,
        @Nullable Double ratio,
        @Nullable String goal,
        @Nullable Boolean met) {

    static Figure of(String what, String registry) {
        return new Figure(what, registry, null, null, null, null);
    }

    /** Rates, of which more is better. */
    static Figure rates(String what, double registry, double raw, String unit) {
        return new Figure(what, number(registry) + unit, number(raw) + unit, registry / raw, null, null);
    }

    /** Durations, of which less is better. */
    static Figure millis(String what, double registry, double raw) {
        return new Figure(what, millis(registry), millis(raw), raw / registry, null, null);
    }

    Figure beside(String other, double otherRatio) {
        return new Figure(what, registry, other, otherRatio, goal, met);
    }

    Figure withRatioOf(double least) {
        return withGoal("ratio ≥ " + least, ratio != null && ratio >= least);
    }

    Figure withGoal(String words, boolean reached) {
        return new Figure(what, registry, raw, ratio, words, reached);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%,.0f ms", value);
    }

    String row() {
        return "| " + what + " | " + registry + " | " + orNothing(raw) + " | "
                + (ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio)) + " | " + orNothing(goal) + " | "
                + (met == null ? "" : met ? "yes" : "**no**") + " |";
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Clocks;

/** A part of the overview that a feature contributes: the overview knows no feature. */
public interface OverviewSection {
    /** The projections that its answer is made of. */
    List<String> projections();

    /** The template in {@code templates/parts} whose fragment {@code section(rows)} shows it. */
    String template();

    /** What the fragment gets; empty when there is nothing to show, or not for this caller. */
    List<?> rows(HttpServletRequest request, Clocks clocks);

    /** Whether it is shown instead of everything else, where it has something to show. */
    default boolean standsAlone() {
        return false;
    }

    /**
     * Does beforehand what takes long of {@link #rows}.
     *
     * @param scope as asked, or null for everything
     */
    default void count(@Nullable String scope, Clocks clocks) {}
}

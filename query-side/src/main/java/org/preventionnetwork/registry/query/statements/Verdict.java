package org.preventionnetwork.registry.query.statements;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Qualifier;

/** How a published figure stands to the interval that the registry counts. */
enum Verdict {
    /** Whatever the true figure is within the registry's interval, it is as stated. */
    AGREES,
    /** Nothing within the registry's interval is as stated. */
    DIFFERS,
    UNDECIDED;

    /** @param maximum null where there is no saying how much more there is */
    static Verdict of(Qualifier qualifier, long value, long minimum, @Nullable Long maximum) {
        long tenth = value / 10;
        long least =
                switch (qualifier) {
                    case EXACTLY, AT_LEAST -> value;
                    case MORE_THAN -> value == Long.MAX_VALUE ? value : value + 1;
                    case ABOUT -> value - tenth;
                };
        Long most =
                switch (qualifier) {
                    case EXACTLY -> Long.valueOf(value);
                    case AT_LEAST, MORE_THAN -> null;
                    case ABOUT -> value > Long.MAX_VALUE - tenth ? Long.MAX_VALUE : value + tenth;
                };
        if (maximum != null && maximum < least || most != null && minimum > most) {
            return DIFFERS;
        }
        boolean insideAbove = most == null || maximum != null && maximum <= most;
        return minimum >= least && insideAbove ? AGREES : UNDECIDED;
    }
}

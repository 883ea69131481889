package org.preventionnetwork.registry.query.statements;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Qualifier;

/** How a published figure stands to the interval that the registry counts, and its names to the registry's. */
enum Verdict {
    /** Whatever the true figure is within the registry's interval, it is as stated, and so is every name. */
    AGREES,
    /** Nothing within the registry's interval is as stated, or a name certainly is not. */
    DIFFERS,
    UNDECIDED;

    /** How the names of a roster stand to those that the registry counts. */
    enum Names {
        /** There is no roster, or none that could be compared. */
        NONE,
        SAME,
        /** It is open whether some name is the same. */
        OPEN,
        OTHER
    }

    /**
     * @param maximum null where there is no saying how much more there is
     * @param complete whether what is recorded is stated to be all there is; without, less than is stated decides nothing
     */
    static Verdict of(
            Qualifier qualifier, long value, long minimum, @Nullable Long maximum, boolean complete, Names names) {
        Verdict byNumber = of(qualifier, value, minimum, maximum, complete);
        return switch (names) {
            case NONE, SAME -> byNumber;
            case OPEN -> byNumber == AGREES ? UNDECIDED : byNumber;
            case OTHER -> DIFFERS;
        };
    }

    /** The smallest number that is as stated. */
    static long least(Qualifier qualifier, long value) {
        return switch (qualifier) {
            case EXACTLY, AT_LEAST -> value;
            case MORE_THAN -> value == Long.MAX_VALUE ? value : value + 1;
            case ABOUT -> value - value / 10;
        };
    }

    private static Verdict of(Qualifier qualifier, long value, long minimum, @Nullable Long maximum, boolean complete) {
        long tenth = value / 10;
        long least = least(qualifier, value);
        Long most =
                switch (qualifier) {
                    case EXACTLY -> Long.valueOf(value);
                    case AT_LEAST, MORE_THAN -> null;
                    case ABOUT -> value > Long.MAX_VALUE - tenth ? Long.MAX_VALUE : value + tenth;
                };
        if (complete && maximum != null && maximum < least || most != null && minimum > most) {
            return DIFFERS;
        }
        boolean insideAbove = most == null || maximum != null && maximum <= most;
        return minimum >= least && insideAbove ? AGREES : UNDECIDED;
    }
}

package org.preventionnetwork.registry.api.settings;

import java.time.Duration;
import java.time.Period;

/** Checks of single settings; each refuses with {@link BadSetting}. */
public final class Checked {
    private Checked() {}

    public static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new BadSetting(name, "a whole number from " + least + " on");
        }
        return value;
    }

    /** Longer than no time at all. */
    public static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new BadSetting(name, "a time longer than none, such as 500ms, 30s or 5m");
        }
        return value;
    }

    /** Neither shorter nor longer than these. */
    public static Duration between(String name, Duration least, Duration most, Duration value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new BadSetting(name, "a time from " + inWords(least) + " to " + inWords(most));
        }
        return value;
    }

    /** As it is written in settings. */
    private static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    /** At least a day. */
    public static Period positive(String name, Period value) {
        if (value.isZero() || value.isNegative()) {
            throw new BadSetting(name, "a time of at least a day, such as 90d, 18m or 2y");
        }
        return value;
    }

    public static long positiveBytes(String name, long bytes) {
        if (bytes <= 0) {
            throw new BadSetting(name, "a size greater than nothing, such as 64MB or 2GB");
        }
        return bytes;
    }
}

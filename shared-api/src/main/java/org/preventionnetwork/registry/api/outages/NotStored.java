package org.preventionnetwork.registry.api.outages;

/**
 * The database took a statement, reported no error, and did not keep what it was told: a trigger, a rule or a policy of
 * somebody's stands in the way. Whatever writes something that an answer then rests on asks how much was written, and
 * fails by this before anything is acknowledged; see {@link Outage#NOT_STORED}.
 */
public final class NotStored extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what was to be stored, in words that name nobody */
    public NotStored(String what) {
        super("the database did not keep " + what);
    }

    /**
     * @param rows that a statement says it has written
     * @throws NotStored unless it is exactly one
     */
    public static void unlessOne(int rows, String what) {
        if (rows != 1) {
            throw new NotStored(what);
        }
    }
}

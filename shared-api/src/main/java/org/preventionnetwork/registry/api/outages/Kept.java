package org.preventionnetwork.registry.api.outages;

/**
 * Whether the current thread recorded something in what it does for one request, which it then cannot say that nothing
 * was recorded of, whatever fails afterwards: an answer that could not be made, a later step, what follows an erasure.
 */
public final class Kept {
    private static final ThreadLocal<Boolean> OF_THREAD = new ThreadLocal<>();

    private Kept() {}

    /** Ends what was begun by {@link #begin}; closed by the thread that began it. */
    public interface Request extends AutoCloseable {
        @Override
        void close();
    }

    /** A request, of which nothing is recorded yet. */
    public static Request begin() {
        OF_THREAD.remove();
        return OF_THREAD::remove;
    }

    /** Something is recorded now, and stays. */
    public static void something() {
        OF_THREAD.set(Boolean.TRUE);
    }

    public static boolean any() {
        return Boolean.TRUE.equals(OF_THREAD.get());
    }
}

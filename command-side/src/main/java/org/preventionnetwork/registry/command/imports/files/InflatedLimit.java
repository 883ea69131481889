package org.preventionnetwork.registry.command.imports.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes out of an archive, whatever the archive says about its own size. */
final class InflatedLimit extends FilterInputStream {
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final Limits limits;
    private final long packed;
    private final AtomicLong total;
    private long own;

    /** @param total what came out of the other files of the same archive so far */
    InflatedLimit(InputStream in, Limits limits, long packed, AtomicLong total) {
        super(in);
        this.limits = limits;
        this.packed = Math.max(1, packed);
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        own += read;
        if (total.addAndGet(read) > limits.inflatedBytes()) {
            throw new TooLarge(Cause.ARCHIVE_TOO_LARGE.with(limits.inflatedBytes()));
        }
        if (own > RATIO_COUNTS_FROM && own / packed > limits.ratio()) {
            throw new TooLarge(Cause.BOMB.with(limits.ratio()));
        }
    }
}

package org.preventionnetwork.registry.personal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A key that is in a file and never in a database: how it is made, read, and known again.
 *
 * @param <K> the key
 */
public interface KeyFile<K> {

    Path file();

    /** What the key is for, as the end of a sentence: {@code which seals events}. */
    String use();

    /**
     * Makes a new key, in a file that only its owner may read.
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than losing a key
     */
    void make() throws IOException;

    /** @throws Unusable when the file holds no such key */
    K read() throws IOException, Unusable;

    /** By what the key is known again. The key cannot be found out from it. */
    byte[] fingerprint(K key);

    /** Whether a fingerprint is this key's. */
    boolean fits(K key, byte[] fingerprint);

    /** The file is there and no key is in it. Its message continues {@code <file> is damaged: } and quotes nothing. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String why) {
            super(why, null, false, false);
        }
    }
}

package org.preventionnetwork.registry.command.rehearsal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Pieces of data that only this object can read. On disk they are encrypted, with a key that was made for this file and
 * is in memory only. The file is deleted when this is closed; where the system deletes open files, as soon as it is
 * open, so that not even a process that is killed leaves it behind. For any number of threads.
 */
final class ScratchFile implements AutoCloseable {
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final FileChannel channel;
    private final SecretKey key;
    private final AtomicLong end = new AtomicLong(1);

    private ScratchFile(FileChannel channel, SecretKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** Takes over an empty file. */
    static ScratchFile over(Path file) throws IOException {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(KEY_BITS);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new ScratchFile(channel, keys.generateKey());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        } catch (GeneralSecurityException e) {
            Files.deleteIfExists(file);
            throw new IllegalStateException(e);
        }
    }

    /** @return where it is; never 0, and no place is used twice, not even after a failure */
    long append(byte[] piece) {
        int length = piece.length + TAG_BITS / Byte.SIZE;
        long place = end.getAndAdd(Integer.BYTES + length);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(length)
                .put(crypt(Cipher.ENCRYPT_MODE, place, piece))
                .flip();
        try {
            for (long at = place; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }

    /** @param place where {@link #append} said that it is */
    byte[] read(long place) {
        try {
            int length = bytes(place, Integer.BYTES).getInt();
            return crypt(
                    Cipher.DECRYPT_MODE,
                    place,
                    bytes(place + Integer.BYTES, length).array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("a scratch file was cut off");
            }
        }
        return bytes.flip();
    }

    /** A place is used once, so it serves as the nonce, and a piece that was moved is not taken for another. */
    private byte[] crypt(int mode, long place, byte[] piece) {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(place).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a scratch file was changed by somebody else", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

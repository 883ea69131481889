package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.keys.SecretFile;

/**
 * The two keys that no database has: one wraps the keys of persons, the other makes tokens of words. They are Tink keysets
 * in files, made at the first start; where a KMS is configured, the files are encrypted by it, and it is asked once, at
 * the start.
 *
 * @param wrapping encrypts the keys of persons
 * @param tokens turns words into tokens
 */
public record MasterKeys(Aead wrapping, PrfSet tokens) {
    static final String WRAPPING = "master.json";
    static final String TOKENS = "index.json";

    private static final byte[] FINGERPRINT = "registry.key-fingerprint.v1".getBytes(StandardCharsets.UTF_8);
    private static final int FINGERPRINT_LENGTH = 32;

    /**
     * Without a database that remembers which keys they were.
     *
     * @param kms a key's URI as Tink's integrations name it, e.g. {@code aws-kms://…}, or null for plain files
     * @param mayBeMade whether there is nothing yet that older keys would be needed for
     * @throws KeyUnavailable when a file is gone that is needed, or cannot be read
     */
    public static MasterKeys in(Path directory, @Nullable String kms, boolean mayBeMade) {
        Aead outer = outer(kms);
        return new MasterKeys(
                unremembered(new Wrapping(directory.resolve(WRAPPING), outer), mayBeMade),
                unremembered(new Tokens(directory.resolve(TOKENS), outer), mayBeMade));
    }

    /**
     * @param kms a key's URI as Tink's integrations name it, e.g. {@code aws-kms://…}, or null for plain files
     * @param mayBeMade whether there is nothing yet that older keys would be needed for
     * @param opensWhatIsThere whether a key opens a person's key that is there, or there is none
     * @throws KeyRefused unless they are the keys that they were at every start before
     */
    public static MasterKeys in(
            Path directory,
            @Nullable String kms,
            KeyFingerprints fingerprints,
            boolean mayBeMade,
            Predicate<Aead> opensWhatIsThere) {
        Aead outer = outer(kms);
        return new MasterKeys(
                fingerprints.require(
                        new Wrapping(directory.resolve(WRAPPING), outer), () -> !mayBeMade, opensWhatIsThere),
                fingerprints.require(new Tokens(directory.resolve(TOKENS), outer), () -> !mayBeMade, key -> true));
    }

    /**
     * Their files, to be looked at while the registry runs. Of those that a KMS encrypts only whether they are there and hold
     * something: the KMS is asked at the start.
     *
     * @param kms as it was at the start
     */
    public static List<KeyFile<?>> files(Path directory, @Nullable String kms) {
        Wrapping wrapping = new Wrapping(directory.resolve(WRAPPING), null);
        Tokens tokens = new Tokens(directory.resolve(TOKENS), null);
        return kms == null
                ? List.of(wrapping, tokens)
                : List.of(new Encrypted(wrapping.file(), wrapping.use()), new Encrypted(tokens.file(), tokens.use()));
    }

    /** A file whose key only a KMS can tell. */
    private record Encrypted(Path file, String use) implements KeyFile<byte[]> {
        @Override
        public void make() {
            throw new UnsupportedOperationException("it is only looked at");
        }

        @Override
        public byte[] read() throws IOException, Unusable {
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0) {
                throw new Unusable("it is empty");
            }
            return content;
        }

        @Override
        public byte[] fingerprint(byte[] key) {
            throw new UnsupportedOperationException("it is only looked at");
        }

        @Override
        public boolean fits(byte[] key, byte[] fingerprint) {
            return true;
        }
    }

    private static <K> K unremembered(KeyFile<K> key, boolean mayBeMade) {
        if (!KeyFingerprints.exists(key.file())) {
            if (!mayBeMade) {
                throw KeyFingerprints.missing(key);
            }
            KeyFingerprints.make(key);
        }
        return KeyFingerprints.read(key);
    }

    private static @Nullable Aead outer(@Nullable String kms) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return kms == null ? null : KmsClients.getAutoLoaded(kms).getAead(kms);
        } catch (GeneralSecurityException e) {
            throw new KeyRefused(
                    "The KMS key " + kms + ", which encrypts the master keys, cannot be reached",
                    "See that registry.keys.kms names it as it did at the first start, and that the KMS answers",
                    e);
        }
    }

    /** A Tink keyset in a file; {@code outer} encrypts it where there is a KMS. */
    private abstract static class Keyset<K> implements KeyFile<K> {
        private final Path file;
        private final @Nullable Aead outer;

        Keyset(Path file, @Nullable Aead outer) {
            this.file = file;
            this.outer = outer;
        }

        abstract Parameters parameters();

        abstract K primitive(KeysetHandle keyset) throws GeneralSecurityException;

        @Override
        public Path file() {
            return file;
        }

        @Override
        public void make() throws IOException {
            try {
                KeysetHandle keyset = KeysetHandle.generateNew(parameters());
                String json = outer == null
                        ? TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
                        : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keyset, outer, name());
                SecretFile.write(file, json.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IOException("the KMS does not encrypt a new key", e);
            }
        }

        @Override
        public K read() throws IOException, Unusable {
            try {
                String json = Files.readString(file);
                return primitive(
                        outer == null
                                ? TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                                : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, outer, name()));
            } catch (GeneralSecurityException | CharacterCodingException e) {
                // What Tink says of it could quote the file.
                throw new Unusable(
                        outer == null
                                ? "it is no Tink keyset in plain JSON; for one that a KMS encrypts, set registry.keys.kms"
                                : "it is no Tink keyset that the KMS key of registry.keys.kms decrypts");
            }
        }

        private byte[] name() {
            return file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Wrapping extends Keyset<Aead> {
        Wrapping(Path file, @Nullable Aead outer) {
            super(file, outer);
        }

        @Override
        public String use() {
            return "without which no personal data can be read";
        }

        @Override
        Parameters parameters() {
            return PredefinedAeadParameters.AES256_GCM;
        }

        @Override
        Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        }

        /** Something that only this key decrypts; a keyset that got a further key still does. */
        @Override
        public byte[] fingerprint(Aead key) {
            try {
                return key.encrypt(FINGERPRINT, FINGERPRINT);
            } catch (GeneralSecurityException e) {
                throw new KeyUnavailable("the master key does not encrypt", e);
            }
        }

        @Override
        public boolean fits(Aead key, byte[] fingerprint) {
            try {
                return Arrays.equals(key.decrypt(fingerprint, FINGERPRINT), FINGERPRINT);
            } catch (GeneralSecurityException another) {
                return false;
            }
        }
    }

    private static final class Tokens extends Keyset<PrfSet> {
        Tokens(Path file, @Nullable Aead outer) {
            super(file, outer);
        }

        @Override
        public String use() {
            return "without which nobody is found by name";
        }

        @Override
        Parameters parameters() {
            return PredefinedPrfParameters.HMAC_SHA256_PRF;
        }

        @Override
        PrfSet primitive(KeysetHandle keyset) throws GeneralSecurityException {
            return keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        }

        @Override
        public byte[] fingerprint(PrfSet key) {
            try {
                return key.computePrimary(FINGERPRINT, FINGERPRINT_LENGTH);
            } catch (GeneralSecurityException e) {
                throw new KeyUnavailable("the index key makes no tokens", e);
            }
        }

        @Override
        public boolean fits(PrfSet key, byte[] fingerprint) {
            try {
                for (Prf prf : key.getPrfs().values()) {
                    if (Arrays.equals(prf.compute(FINGERPRINT, FINGERPRINT_LENGTH), fingerprint)) {
                        return true;
                    }
                }
                return false;
            } catch (GeneralSecurityException e) {
                throw new KeyUnavailable("the index key makes no tokens", e);
            }
        }
    }
}

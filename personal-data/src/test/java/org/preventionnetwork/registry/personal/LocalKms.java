package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A KMS that is found as Tink's integrations are, and keeps its keys in this process: {@code local-kms://<name>}. The key
 * {@code gone} is refused.
 */
public final class LocalKms implements KmsClient {
    private static final String PREFIX = "local-kms://";
    private static final Map<String, Aead> KEYS = new ConcurrentHashMap<>();
    static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith(PREFIX);
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String uri) throws GeneralSecurityException {
        if (uri.endsWith("gone")) {
            throw new GeneralSecurityException("there is no such key");
        }
        Aead key = KEYS.computeIfAbsent(uri, name -> fresh());
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associated) throws GeneralSecurityException {
                ASKED.incrementAndGet();
                return key.encrypt(plaintext, associated);
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associated) throws GeneralSecurityException {
                ASKED.incrementAndGet();
                return key.decrypt(ciphertext, associated);
            }
        };
    }

    private static Aead fresh() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

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
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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

    /**
     * @param kms a key's URI as Tink's integrations name it, e.g. {@code aws-kms://…}, or null for plain files
     * @param mayBeMade whether there is nothing yet that older keys would be needed for
     * @throws KeyUnavailable when a file is gone that is needed, or cannot be read
     */
    public static MasterKeys in(Path directory, @Nullable String kms, boolean mayBeMade) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Aead outer = kms == null ? null : KmsClients.getAutoLoaded(kms).getAead(kms);
            KeysetHandle wrapping =
                    keyset(directory.resolve(WRAPPING), outer, mayBeMade, PredefinedAeadParameters.AES256_GCM);
            KeysetHandle tokens =
                    keyset(directory.resolve(TOKENS), outer, mayBeMade, PredefinedPrfParameters.HMAC_SHA256_PRF);
            return new MasterKeys(
                    wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    tokens.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("The master keys in " + directory + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new KeyUnavailable("The master keys in " + directory + " cannot be read", e);
        }
    }

    private static KeysetHandle keyset(Path file, @Nullable Aead outer, boolean mayBeMade, Parameters parameters)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            if (!mayBeMade) {
                throw new KeyUnavailable(
                        file + " is gone, without which no personal data can be read; put it back from its backup",
                        null);
            }
            try {
                SecretFile.write(file, text(KeysetHandle.generateNew(parameters), outer, file));
            } catch (FileAlreadyExistsException otherNodeWasFaster) {
                // Its key is as good, and is read next.
            }
        }
        String json = Files.readString(file);
        return outer == null
                ? TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, outer, name(file));
    }

    private static byte[] text(KeysetHandle keyset, @Nullable Aead outer, Path file) throws GeneralSecurityException {
        String json = outer == null
                ? TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keyset, outer, name(file));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] name(Path file) {
        return file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
    }
}

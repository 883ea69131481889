package org.preventionnetwork.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
    private static final String KMS = "local-kms://registry";
    private static final byte[] TEXT = "a key of a person".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONE = {};

    @TempDir
    private Path directory;

    @Test
    void are_the_same_at_every_start() throws Exception {
        MasterKeys made = MasterKeys.in(directory, null, true);
        MasterKeys read = MasterKeys.in(directory, null, false);
        assertThat(read.wrapping().decrypt(made.wrapping().encrypt(TEXT, NONE), NONE))
                .isEqualTo(TEXT);
        assertThat(read.tokens().computePrimary(TEXT, 16))
                .isEqualTo(made.tokens().computePrimary(TEXT, 16));
    }

    @Test
    void are_encrypted_by_a_kms_that_is_asked_once_for_each_at_a_start() throws Exception {
        MasterKeys made = MasterKeys.in(directory, KMS, true);
        assertThat(Files.readString(directory.resolve("master.json"))).contains("encryptedKeyset");
        assertThat(Files.readString(directory.resolve("index.json"))).contains("encryptedKeyset");
        assertThatThrownBy(() -> MasterKeys.in(directory, null, false)).isInstanceOf(KeyUnavailable.class);
        int before = LocalKms.ASKED.get();
        MasterKeys read = MasterKeys.in(directory, KMS, false);
        for (int i = 0; i < 100; i++) {
            assertThat(read.wrapping().decrypt(made.wrapping().encrypt(TEXT, NONE), NONE))
                    .isEqualTo(TEXT);
        }
        assertThat(LocalKms.ASKED.get() - before).isEqualTo(2);
    }

    @Test
    void are_unavailable_with_another_key_of_the_kms_or_none() {
        MasterKeys.in(directory, KMS, true);
        for (String other : new String[] {"local-kms://other", "local-kms://gone", "unknown-kms://registry"}) {
            assertThatThrownBy(() -> MasterKeys.in(directory, other, true)).isInstanceOf(KeyUnavailable.class);
        }
    }

    @Test
    void cannot_be_exchanged_for_each_other() throws Exception {
        MasterKeys.in(directory, KMS, true);
        Files.copy(
                directory.resolve("master.json"),
                directory.resolve("index.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> MasterKeys.in(directory, KMS, false)).isInstanceOf(KeyUnavailable.class);
    }
}

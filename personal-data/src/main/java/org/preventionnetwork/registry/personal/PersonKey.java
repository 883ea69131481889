package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalPlace;
import org.preventionnetwork.registry.api.officials.PersonalText;

/** One person's key: closes and opens texts, each in its place only. */
record PersonKey(OfficialId person, Aead aead) {

    /** @param wrapped the new key as it is kept */
    record Fresh(PersonKey key, byte[] wrapped) {}

    static Fresh generate(OfficialId person, Aead master) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return new Fresh(
                    new PersonKey(person, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class)),
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, associated(person)));
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("no key could be made for " + person, e);
        }
    }

    static PersonKey unwrap(OfficialId person, byte[] wrapped, Aead master) {
        try {
            return new PersonKey(
                    person,
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, associated(person))
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("the key of " + person + " does not fit the master key", e);
        }
    }

    PersonalText seal(String text, PersonalPlace place) {
        try {
            byte[] sealed = aead.encrypt(text.getBytes(StandardCharsets.UTF_8), associated(person, place));
            return PersonalText.sealed(person, Base64.getEncoder().encodeToString(sealed), place);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("a personal text of " + person + " could not be encrypted", e);
        }
    }

    String open(String sealed, PersonalPlace place) {
        try {
            return new String(
                    aead.decrypt(Base64.getDecoder().decode(sealed), associated(person, place)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PersonalDataDamaged(person, e);
        }
    }

    private static byte[] associated(OfficialId person) {
        return fields("registry.person-key.v1", person.value());
    }

    private static byte[] associated(OfficialId person, PersonalPlace place) {
        return fields(PersonalText.SEALED, person.value(), place.fact(), place.field(), place.factId());
    }

    /** Each with its length before it, so that no two lists are the same bytes. */
    private static byte[] fields(String... fields) {
        byte[][] encoded = new byte[fields.length][];
        int length = 0;
        for (int i = 0; i < fields.length; i++) {
            encoded[i] = fields[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] field : encoded) {
            buffer.putInt(field.length).put(field);
        }
        return buffer.array();
    }
}

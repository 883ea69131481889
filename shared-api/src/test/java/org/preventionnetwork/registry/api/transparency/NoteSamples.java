package org.preventionnetwork.registry.api.transparency;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Keys that everybody knows, and what they signed. */
final class NoteSamples {
    /** RFC 8032 section 7.1, test 1. */
    static final SigningKey RFC_8032 =
            SigningKey.of(HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    /** The key of the notes in golang.org/x/mod's tests. */
    static final SigningKey PETER =
            SigningKey.of(HexFormat.of().parseHex("810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173"));

    static final String PETER_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    static final String PETER_LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
            + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /** The checkpoint of the specification's example. */
    static final String CHECKPOINT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    static final NoteSigner LOG = NoteSigner.ed25519("example.com/behind-the-sofa", PETER);

    private NoteSamples() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

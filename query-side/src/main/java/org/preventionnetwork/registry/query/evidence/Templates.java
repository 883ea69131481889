package org.preventionnetwork.registry.query.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.query.ledger.PublishedCheckpoint;

/** The files of a pack that are the same in every one, but for a few words. */
final class Templates {
    private static final String README = resource("README.md");
    private static final byte[] VERIFIER = verifier();

    private Templates() {}

    /** Nothing that an asker could choose is put in: whoever follows the file runs its commands. */
    static byte[] readme(Selection selection) {
        PublishedCheckpoint checkpoint = selection.checkpoint();
        return filled(
                README,
                Map.of(
                        "origin", checkpoint.checkpoint().origin(),
                        "count", Integer.toString(selection.events().size()),
                        "size", Long.toString(checkpoint.size()),
                        "signedAt", checkpoint.signedAt().toString(),
                        "vkey", selection.key().toString()));
    }

    /** One page with its own script and style, which are the only ones that it lets a browser run. */
    static byte[] verifyPage() {
        return VERIFIER.clone();
    }

    private static byte[] verifier() {
        String script = read("/static/assets/verifier.js") + resource("verify.js");
        String style = resource("verify.css");
        return filled(
                resource("verify.html"),
                Map.of("script", script, "script-hash", hash(script), "style", style, "style-hash", hash(style)));
    }

    private static String hash(String inline) {
        return "sha256-" + Hash.sha256(inline.getBytes(StandardCharsets.UTF_8)).toBase64();
    }

    private static byte[] filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        return read("/evidence/" + name);
    }

    private static String read(String path) {
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.preventionnetwork.registry.api.transparency;

import java.util.List;
import java.util.stream.Stream;

/**
 * The head of a log's tree at a size (C2SP tlog-checkpoint): the text of the note that the log signs.
 *
 * @param origin the log's unique name
 * @param size number of leaves, unsigned
 * @param extensions further lines, none as a rule
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int FIXED_LINES = 3;

    /** @throws EvidenceRejected when the origin or an extension is not one line of text */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        Stream.concat(Stream.of(origin), extensions.stream()).forEach(Checkpoint::requireLine);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws EvidenceRejected saying which line is malformed */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new EvidenceRejected("a checkpoint ends with a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < FIXED_LINES) {
            throw new EvidenceRejected("a checkpoint has lines for origin, size and root; this has " + lines.size());
        }
        return new Checkpoint(
                lines.get(0),
                Text.decimal(lines.get(1), "the size of the tree"),
                Hash.parse(lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /** What is signed. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(Long.toUnsignedString(size))
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new EvidenceRejected("the origin and the extensions of a checkpoint are lines that are not empty");
        }
    }
}

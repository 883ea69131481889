package org.preventionnetwork.registry.command.ledger.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the ledger's keys and copies are.
 *
 * @param directory holds the keys and the first copy; outside the database, and not in its backups
 * @param outside further copies, best on other hosts: a mount or a folder that somebody else reads
 * @param origin the log's name in every checkpoint
 */
public record LedgerHome(Path directory, List<Path> outside, String origin) {
    private static final String FIRST_COPY = "tlog";

    /** All copies, the one beside the keys first. */
    public List<LedgerCopy> copies() {
        return Stream.concat(Stream.of(directory.resolve(FIRST_COPY)), outside.stream())
                .map(LedgerCopy::new)
                .toList();
    }
}

package org.preventionnetwork.registry.command.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;

/**
 * Compares every receipt of an erasure with its signature, and what it says first with the event that erased: what it says
 * of the key follows from nothing that is stored. One that is missing is no finding, since it is issued when nothing is left.
 */
final class ReceiptsCheck implements Check {
    private static final int EVENT_LINE = 3;
    private static final int POSITION_LINE = 4;

    private final ErasureReceipts receipts;
    private final LedgerHome home;

    ReceiptsCheck(ErasureReceipts receipts, LedgerHome home) {
        this.receipts = receipts;
        this.home = home;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Outcome run(long position) {
        List<ErasureReceipts.Issued> issued = receipts.issued();
        List<Finding> findings = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        if (!issued.isEmpty()) {
            Path file = home.directory().resolve("log.vkey");
            try {
                NoteVerifier log = NoteVerifier.parse(
                        Files.readString(file, StandardCharsets.UTF_8).strip());
                NoteVerifier key = new NoteVerifier(home.origin() + "/erasures", log.type(), log.key());
                issued.stream().filter(receipt -> !fits(receipt, key)).forEach(receipt -> findings.add(wrong(receipt)));
            } catch (IOException | EvidenceRejected e) {
                unchecked.add("no receipt of an erasure was verified, since " + file + " could not be read");
            }
        }
        return new Outcome(name(), position, issued.size(), issued.size() + " entries compared", findings, unchecked);
    }

    private static boolean fits(ErasureReceipts.Issued receipt, NoteVerifier key) {
        try {
            SignedNote note = SignedNote.parse(receipt.note().getBytes(StandardCharsets.UTF_8));
            List<String> lines = note.verify(List.of(key)).text().lines().toList();
            return lines.size() > POSITION_LINE
                    && lines.get(0).equals("registry erasure receipt v" + receipt.version())
                    && lines.get(2).equals("official " + receipt.official())
                    && lines.get(EVENT_LINE).equals("event " + receipt.eventId())
                    && lines.get(POSITION_LINE).equals("position " + receipt.position());
        } catch (EvidenceRejected e) {
            return false;
        }
    }

    private static Finding wrong(ErasureReceipts.Issued receipt) {
        return new Finding(
                receipt.position(),
                receipt.eventId(),
                "RECEIPT_WRONG",
                "a receipt of an erasure is not what the log's key signed, or is of no event that erased: version "
                        + receipt.version() + ", "
                        + (receipt.position() == null
                                ? "of no such event"
                                : "of the event at position " + receipt.position()));
    }
}

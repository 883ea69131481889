package org.preventionnetwork.registry.command.ledger.verification;

import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.signing.LedgerCopy;

/** What must hold of each position: its event, its leaf, its seal, and what the copies outside say of it. */
final class RowRule {
    private final EventSeal seal;
    private final List<CopiedLeaves> copies = new ArrayList<>();
    private final Findings findings;
    private long examined;
    private long lastGlobalIndex;
    private OffsetDateTime clock = OffsetDateTime.MIN;

    /** @param signed says how far each copy is compared: as far as its checkpoint was when the check began */
    RowRule(EventSeal seal, List<LedgerCopy> copies, SignedTrees signed, Findings findings) {
        this.seal = seal;
        this.findings = findings;
        copies.forEach(copy -> this.copies.add(new CopiedLeaves(copy, signed.sizeOf(copy))));
    }

    long examined() {
        return examined;
    }

    void apply(StoredRow at, long last) {
        examined++;
        if (at.position() != last + 1) {
            findings.add(
                    last + 1,
                    null,
                    "POSITION_MISSING",
                    "position " + (last + 1) + " is gone, the next one is " + at.position());
        }
        if (at.globalIndex() <= lastGlobalIndex) {
            findings.add(
                    at.position(),
                    at.eventId(),
                    "OUT_OF_ORDER",
                    "position " + at.position() + " has an event that was appended before the one of the position"
                            + " before it");
        }
        lastGlobalIndex = at.globalIndex();
        LeafRecord stored = at.stored();
        if (stored == null) {
            findings.add(
                    at.position(),
                    at.eventId(),
                    "EVENT_MISSING",
                    "event " + at.eventId() + " at position " + at.position() + " is gone from the event store");
        } else {
            compare(at, stored);
        }
        compareClock(at);
        for (CopiedLeaves copy : copies) {
            copy.compare(at, findings);
        }
    }

    private void compare(StoredRow at, LeafRecord stored) {
        if (!stored.eventId().equals(at.eventId())
                || !stored.aggregateId().equals(at.aggregateId())
                || stored.sequenceNumber() != at.sequenceNumber()) {
            findings.add(
                    at.position(),
                    at.eventId(),
                    "EVENT_EXCHANGED",
                    "position " + at.position() + " was given to event " + at.eventId() + ", but event "
                            + stored.eventId() + " is there");
        }
        if (!stored.leafHash().equals(at.leafHash())) {
            findings.add(
                    at.position(),
                    at.eventId(),
                    "EVENT_CHANGED",
                    "event " + at.eventId() + " at position " + at.position()
                            + " is not what it was when it was recorded: its payload, metadata, timestamp or"
                            + " identity differs from its leaf");
        }
        if (!seal.fits(stored, at.seal())) {
            findings.add(
                    at.position(),
                    stored.eventId(),
                    "NOT_SEALED",
                    "event " + stored.eventId() + " at position " + at.position() + " was not recorded by the"
                            + " application, or was changed since: its seal does not fit");
        }
    }

    /** Derived from the events alone, so that one moved instant does not vouch for the next. */
    private void compareClock(StoredRow at) {
        // Of an event that is gone nobody knows more than its entry says.
        OffsetDateTime own = at.stored() == null ? at.knownAt() : at.ownTime();
        if (own != null && own.isAfter(clock)) {
            clock = own;
        }
        if (!at.knownAt().isEqual(clock)) {
            findings.add(
                    at.position(),
                    at.eventId(),
                    "CLOCK_CHANGED",
                    "position " + at.position() + " is said to be known at " + at.knownAt()
                            + ", which by the events up to it is " + clock);
        }
    }

    /** The leaf hashes that a copy outside kept, a tile at a time; the signer may be at work on the last one. */
    private static final class CopiedLeaves {
        private final LedgerCopy copy;
        private final long size;
        private long tile = -1;
        private List<Hash> hashes = List.of();

        CopiedLeaves(LedgerCopy copy, long size) {
            this.copy = copy;
            this.size = size;
        }

        void compare(StoredRow at, Findings findings) {
            long index = at.position() - 1;
            if (index >= size) {
                return;
            }
            if (index / TilePath.FULL != tile) {
                read(index / TilePath.FULL, at.position(), findings);
            }
            int within = (int) (index % TilePath.FULL);
            if (within < hashes.size() && !hashes.get(within).equals(at.leafHash())) {
                findings.add(
                        at.position(),
                        at.eventId(),
                        "LEAF_REWRITTEN",
                        "position " + at.position() + " had another event when it was signed: its leaf differs from"
                                + " the copy in " + copy.folder());
            }
        }

        private void read(long number, long position, Findings findings) {
            tile = number;
            int width = (int) Math.min(TilePath.FULL, size - number * TilePath.FULL);
            try {
                hashes = copy.read(new TilePath(0, number, width)).hashes();
            } catch (EvidenceRejected e) {
                hashes = List.of();
                findings.add(position, null, "COPY_DAMAGED", String.valueOf(e.getMessage()));
            } catch (UncheckedIOException e) {
                hashes = List.of();
                findings.unchecked("the copy in " + copy.folder() + " could not be read from position " + position
                        + " on: " + SignedTrees.kindOf(Objects.requireNonNullElse(e.getCause(), e)));
            }
        }
    }
}

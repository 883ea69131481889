package org.preventionnetwork.registry.query.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.api.transparency.TrustedLog;
import org.preventionnetwork.registry.query.history.HistoryConditions;
import org.preventionnetwork.registry.query.history.HistoryFilter;
import org.preventionnetwork.registry.query.history.HistoryQueries;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.preventionnetwork.registry.query.ledger.Checkpoints;
import org.preventionnetwork.registry.query.ledger.InconsistentLedger;
import org.preventionnetwork.registry.query.ledger.Leaf;
import org.preventionnetwork.registry.query.ledger.Leaves;
import org.preventionnetwork.registry.query.ledger.LedgerKey;
import org.preventionnetwork.registry.query.ledger.LedgerProofs;
import org.preventionnetwork.registry.query.ledger.PublishedCheckpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the events that a pack is asked for, and proves them before anything is sent. */
@Component
@EnableConfigurationProperties(EvidenceSettings.class)
class Selections {
    /** What of a question a pack repeats. */
    private static final List<String> ASKED = Stream.concat(
                    HistoryFilter.names().stream(), Stream.of("knownAt", "knownAtPosition"))
            .toList();

    private final Questions questions;
    private final HistoryQueries history;
    private final Checkpoints checkpoints;
    private final Leaves leaves;
    private final LedgerProofs proofs;
    private final LedgerKey key;
    private final int most;

    Selections(
            Questions questions,
            HistoryQueries history,
            Checkpoints checkpoints,
            Leaves leaves,
            LedgerProofs proofs,
            LedgerKey key,
            EvidenceSettings settings) {
        this.questions = questions;
        this.history = history;
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.proofs = proofs;
        this.key = key;
        this.most = settings.mostEvents();
    }

    /** @throws Unanswerable when nothing fits, too much fits, or what is stored does not lead to what was signed */
    Selection of(HistoryFilter asked, AskedClocks askedClocks, HttpServletRequest request) {
        HistoryConditions filter = asked.conditions();
        if (filter.conditions().isEmpty()) {
            throw new MalformedQuestion(
                    "entity",
                    "evidence is for an entity, a batch, a period or another part of the history; the whole log is at"
                            + " /ledger/tile");
        }
        Clocks clocks = questions.clocks(askedClocks, filter.entity(), HistoryQueries.PROJECTION);
        NoteVerifier verifier = key.required();
        Long atLeast = askedClocks.atLeastPosition();
        PublishedCheckpoint checkpoint = checkpoints.awaitCovering(atLeast == null ? 0 : atLeast);
        long notYetSigned = history.count(filter, checkpoint.size(), clocks.position());
        if (notYetSigned > 0) {
            checkpoint = checkpoints.awaitNewest(clocks.position());
            notYetSigned = history.count(filter, checkpoint.size(), clocks.position());
        }
        requireSigned(checkpoint, verifier);
        List<Long> positions = history.positions(filter, Math.min(clocks.position(), checkpoint.size()), most + 1);
        requireSome(positions, notYetSigned);
        LedgerProofs.Under under = proofs.under(checkpoint);
        return new Selection(
                asked(request),
                verifier,
                checkpoint,
                found(positions).stream().map(under::prove).toList(),
                notYetSigned,
                history.isWhole());
    }

    private static void requireSigned(PublishedCheckpoint checkpoint, NoteVerifier verifier) {
        try {
            TrustedLog.of(verifier).open(checkpoint.note());
        } catch (EvidenceRejected e) {
            throw InconsistentLedger.because(
                    "the newest checkpoint was not signed with the log's key: " + e.getMessage());
        }
    }

    private void requireSome(List<Long> positions, long notYetSigned) {
        if (positions.size() > most) {
            throw new Unanswerable(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "TOO_MANY_EVENTS",
                    "more than %d events fit; a pack has at most so many: ask for a part, by from and to for one"
                            .formatted(most));
        }
        if (positions.isEmpty() && notYetSigned > 0) {
            throw Checkpoints.notYetSigned("the events that fit are not under a checkpoint yet; ask again in a moment");
        }
        if (positions.isEmpty()) {
            throw new Unanswerable(HttpStatus.NOT_FOUND, "NO_EVENTS", "no event fits, so there is nothing to prove");
        }
    }

    private List<Leaf> found(List<Long> positions) {
        List<Leaf> found = leaves.at(positions);
        if (found.size() != positions.size()) {
            throw InconsistentLedger.because(
                    "of %d events only %d are stored".formatted(positions.size(), found.size()));
        }
        return found;
    }

    /** As it was written. */
    private static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : ASKED) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, value);
            }
        }
        return asked;
    }
}

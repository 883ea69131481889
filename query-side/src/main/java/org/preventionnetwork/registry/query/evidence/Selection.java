package org.preventionnetwork.registry.query.evidence;

import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.query.ledger.LedgerProofs.Proven;
import org.preventionnetwork.registry.query.ledger.PublishedCheckpoint;

/**
 * The events that a pack is about, each proved already.
 *
 * @param question as it was asked
 * @param notYetSigned later events that fit the question and are under no checkpoint yet
 * @param historyIsWhole whether the history, which the events are found in, lacks none that could not be brought in
 */
record Selection(
        Map<String, String> question,
        NoteVerifier key,
        PublishedCheckpoint checkpoint,
        List<Proven> events,
        long notYetSigned,
        boolean historyIsWhole) {}

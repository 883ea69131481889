/**
 * The transparency log's pure core: leaves, Merkle tree, tiles, signed notes, checkpoints and proofs, in the formats of
 * RFC 6962 / RFC 9162 and of C2SP (tlog-tiles, signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof), on the JDK
 * alone.
 */
@NullMarked
package org.preventionnetwork.registry.api.transparency;

import org.jspecify.annotations.NullMarked;

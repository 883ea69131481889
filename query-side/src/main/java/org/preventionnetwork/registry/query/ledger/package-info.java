/**
 * The ledger as a public transparency log: its checkpoints, tiles and proofs in the formats of C2SP, read from the
 * database and never signed here.
 */
@NullMarked
package org.preventionnetwork.registry.query.ledger;

import org.jspecify.annotations.NullMarked;

/** Gives every committed event its one dense position, and the instant at which it became known. */
@NullMarked
package org.preventionnetwork.registry.command.ledger;

import org.jspecify.annotations.NullMarked;

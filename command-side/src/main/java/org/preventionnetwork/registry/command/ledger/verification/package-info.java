/** Finds out whether anybody has touched the log: everything is derived again from the stored events. */
@NullMarked
package org.preventionnetwork.registry.command.ledger.verification;

import org.jspecify.annotations.NullMarked;

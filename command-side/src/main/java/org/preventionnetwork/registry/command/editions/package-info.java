/** Editions: what may be recorded about reports whose figures are pinned to a position of the ledger. */
@NullMarked
package org.preventionnetwork.registry.command.editions;

import org.jspecify.annotations.NullMarked;

/** Editions of reports, whose figures are pinned to a position of the ledger. */
@NullMarked
package org.preventionnetwork.registry.api.editions;

import org.jspecify.annotations.NullMarked;

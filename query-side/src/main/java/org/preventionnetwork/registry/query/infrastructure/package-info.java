/** How the query side reaches the database, and reads the ledger in its one order. */
@NullMarked
package org.preventionnetwork.registry.query.infrastructure;

import org.jspecify.annotations.NullMarked;

/** Signs the ledger's tree, and only what continues the last one signed, as copies outside the database tell. */
@NullMarked
package org.preventionnetwork.registry.command.ledger.signing;

import org.jspecify.annotations.NullMarked;

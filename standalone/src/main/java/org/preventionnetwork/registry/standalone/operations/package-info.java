/** The page on which people see how projections and ledger do. */
@NullMarked
package org.preventionnetwork.registry.standalone.operations;

import org.jspecify.annotations.NullMarked;

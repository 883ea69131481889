/**
 * What a feature says of its projections: which tables they have, and which beliefs over both clocks follow from the
 * facts known of an entity. The engine, in the package below, does the rest; a feature does not know it.
 */
@NullMarked
package org.preventionnetwork.registry.query.projection;

import org.jspecify.annotations.NullMarked;

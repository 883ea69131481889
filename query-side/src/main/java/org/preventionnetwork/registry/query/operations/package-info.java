/** Watching and tending the projections: how far they are, rebuilds, dead letters, health. */
@NullMarked
package org.preventionnetwork.registry.query.operations;

import org.jspecify.annotations.NullMarked;

/**
 * The engine of all projections: events are folded into known facts, the features' read models make rows of them, and
 * the rows are flushed as sets. Here projections are versioned, rebuilt, checked and repaired.
 */
@NullMarked
package org.preventionnetwork.registry.query.projection.engine;

import org.jspecify.annotations.NullMarked;

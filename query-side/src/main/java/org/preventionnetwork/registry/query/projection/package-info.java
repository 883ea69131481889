/**
 * The engine of all projections: events are folded into known facts, facts into beliefs over both clocks, and beliefs
 * are flushed as sets of rows.
 */
@NullMarked
package org.preventionnetwork.registry.query.projection;

import org.jspecify.annotations.NullMarked;

/** Programmes as they were on any day, on both clocks. */
@NullMarked
package org.preventionnetwork.registry.query.programmes;

import org.jspecify.annotations.NullMarked;

/** Dates as precise as their sources, and the spells between two of them. */
@NullMarked
package org.preventionnetwork.registry.api.time;

import org.jspecify.annotations.NullMarked;

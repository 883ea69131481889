/** Editions of reports: their figures as pinned, as known today, and every event in between that changed them. */
@NullMarked
package org.preventionnetwork.registry.query.editions;

import org.jspecify.annotations.NullMarked;

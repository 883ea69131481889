/** The events for other systems, as CloudEvents. */
@NullMarked
package org.preventionnetwork.registry.query.events;

import org.jspecify.annotations.NullMarked;

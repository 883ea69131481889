/** What runs of the registry tell of themselves: what meters read, and what stands on every line of the log. */
@NullMarked
package org.preventionnetwork.registry.api.observation;

import org.jspecify.annotations.NullMarked;

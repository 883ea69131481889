/** How often somebody may ask, and how often somebody may guess. */
@NullMarked
package org.preventionnetwork.registry.access.limits;

import org.jspecify.annotations.NullMarked;

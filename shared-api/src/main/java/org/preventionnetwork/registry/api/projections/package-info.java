/** What one side may ask about how far the projections have read. */
@NullMarked
package org.preventionnetwork.registry.api.projections;

import org.jspecify.annotations.NullMarked;

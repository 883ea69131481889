/** Which lists are said to be complete: without, what is recorded is only what is known of. */
@NullMarked
package org.preventionnetwork.registry.query.completeness;

import org.jspecify.annotations.NullMarked;

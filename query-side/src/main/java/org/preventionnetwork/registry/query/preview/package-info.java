/** Which answers something would change, before it is recorded. */
@NullMarked
package org.preventionnetwork.registry.query.preview;

import org.jspecify.annotations.NullMarked;

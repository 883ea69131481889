/** Files that hold secrets. */
@NullMarked
package org.preventionnetwork.registry.api.keys;

import org.jspecify.annotations.NullMarked;

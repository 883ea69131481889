/** What things of other features are called, for pages that show them by name. */
@NullMarked
package org.preventionnetwork.registry.query.names;

import org.jspecify.annotations.NullMarked;

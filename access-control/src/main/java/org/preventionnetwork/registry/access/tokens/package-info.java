/** Personal API tokens, for scripts and dashboards. */
@NullMarked
package org.preventionnetwork.registry.access.tokens;

import org.jspecify.annotations.NullMarked;

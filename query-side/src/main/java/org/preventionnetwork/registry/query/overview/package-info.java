/** The registry's main figures on one day. */
@NullMarked
package org.preventionnetwork.registry.query.overview;

import org.jspecify.annotations.NullMarked;

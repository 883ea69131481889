/** Networks, their members, focal points and meetings, as they were on any day, as known at any position. */
@NullMarked
package org.preventionnetwork.registry.query.networks;

import org.jspecify.annotations.NullMarked;

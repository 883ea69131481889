/** Networks of states: memberships, focal points, meetings. */
@NullMarked
package org.preventionnetwork.registry.api.networks;

import org.jspecify.annotations.NullMarked;

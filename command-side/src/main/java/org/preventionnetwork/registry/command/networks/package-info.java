/** Networks of states: what may be recorded about their life, memberships, focal points and meetings. */
@NullMarked
package org.preventionnetwork.registry.command.networks;

import org.jspecify.annotations.NullMarked;

/** What is known of one state, in all networks, seminars and initiatives. */
@NullMarked
package org.preventionnetwork.registry.query.states;

import org.jspecify.annotations.NullMarked;

/** The one reading of recorded history: what holds of an entity, in what order, and what that says for a day. */
@NullMarked
package org.preventionnetwork.registry.api.history;

import org.jspecify.annotations.NullMarked;

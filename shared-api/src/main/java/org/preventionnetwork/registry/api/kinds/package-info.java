/** All kinds of entities that the registry records facts about. */
@NullMarked
package org.preventionnetwork.registry.api.kinds;

import org.jspecify.annotations.NullMarked;

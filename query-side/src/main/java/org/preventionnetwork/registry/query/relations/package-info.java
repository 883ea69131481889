/** What belongs to what: networks that programmes serve, seminars given for networks, initiatives of programmes. */
@NullMarked
package org.preventionnetwork.registry.query.relations;

import org.jspecify.annotations.NullMarked;

/** All that touches stored bytes: logical event names, JSON mapping, serializers and upcasters. */
@NullMarked
package org.preventionnetwork.registry.api.wire;

import org.jspecify.annotations.NullMarked;

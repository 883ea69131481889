/** A real PostgreSQL that lives and dies with the registry's process and keeps its data in the data directory. */
@NullMarked
package org.preventionnetwork.registry.standalone.postgres;

import org.jspecify.annotations.NullMarked;

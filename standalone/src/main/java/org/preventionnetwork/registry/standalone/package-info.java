/** The registry in one process: command side, query side and, unless told otherwise, its own PostgreSQL. */
@NullMarked
package org.preventionnetwork.registry.standalone;

import org.jspecify.annotations.NullMarked;

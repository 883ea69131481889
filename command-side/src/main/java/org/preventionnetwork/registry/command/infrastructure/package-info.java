/** How the command side stands on Axon Framework and PostgreSQL. */
@NullMarked
package org.preventionnetwork.registry.command.infrastructure;

import org.jspecify.annotations.NullMarked;

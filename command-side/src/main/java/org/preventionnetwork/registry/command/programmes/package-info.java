/** Programmes: what may be recorded about the lines of work of the Institute. */
@NullMarked
package org.preventionnetwork.registry.command.programmes;

import org.jspecify.annotations.NullMarked;

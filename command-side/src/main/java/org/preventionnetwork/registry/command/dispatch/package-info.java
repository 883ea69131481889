/** The way of a command from its sender to its aggregate, and of the answer back, in one JVM or over several. */
@NullMarked
package org.preventionnetwork.registry.command.dispatch;

import org.jspecify.annotations.NullMarked;

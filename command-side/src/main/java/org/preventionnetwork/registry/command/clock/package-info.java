/** Whether this machine's clock may be believed: what is recorded with a wrong one cannot be undone. */
@NullMarked
package org.preventionnetwork.registry.command.clock;

import org.jspecify.annotations.NullMarked;

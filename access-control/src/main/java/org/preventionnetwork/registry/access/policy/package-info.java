/** Who may call what: one table. */
@NullMarked
package org.preventionnetwork.registry.access.policy;

import org.jspecify.annotations.NullMarked;

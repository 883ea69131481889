/** Officials: what may be recorded about a person, and how a record is merged and erased. */
@NullMarked
package org.preventionnetwork.registry.command.officials;

import org.jspecify.annotations.NullMarked;

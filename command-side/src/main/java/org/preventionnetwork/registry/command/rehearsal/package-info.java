/** Decides as the registry would, by the same aggregates over what is recorded, and records nothing. */
@NullMarked
package org.preventionnetwork.registry.command.rehearsal;

import org.jspecify.annotations.NullMarked;

/** Statements: what may be recorded about figures and rosters that somebody published. */
@NullMarked
package org.preventionnetwork.registry.command.statements;

import org.jspecify.annotations.NullMarked;

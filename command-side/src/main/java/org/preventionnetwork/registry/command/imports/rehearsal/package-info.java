/** The registry as it would be: the same decisions over what is recorded. */
@NullMarked
package org.preventionnetwork.registry.command.imports.rehearsal;

import org.jspecify.annotations.NullMarked;

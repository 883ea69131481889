/** Imports at the start of the registry, from the command line. */
@NullMarked
package org.preventionnetwork.registry.command.imports.console;

import org.jspecify.annotations.NullMarked;

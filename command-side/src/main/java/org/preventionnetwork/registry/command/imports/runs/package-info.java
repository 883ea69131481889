/** Runs imports: in the background or on the command line, with progress, problems and a way back. */
@NullMarked
package org.preventionnetwork.registry.command.imports.runs;

import org.jspecify.annotations.NullMarked;

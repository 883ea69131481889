/** The bundled sample: the published record of one institute, with fictional officials. */
@NullMarked
package org.preventionnetwork.registry.command.imports.samples;

import org.jspecify.annotations.NullMarked;

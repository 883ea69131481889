/** Imports over HTTP. */
@NullMarked
package org.preventionnetwork.registry.command.imports.http;

import org.jspecify.annotations.NullMarked;

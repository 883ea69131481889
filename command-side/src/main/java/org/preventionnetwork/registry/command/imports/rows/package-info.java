/** Says what a row means: which commands it stands for, and how it compares with what is recorded. */
@NullMarked
package org.preventionnetwork.registry.command.imports.rows;

import org.jspecify.annotations.NullMarked;

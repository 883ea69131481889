/** Pages on which a file is handed in, looked through cell by cell, applied and taken back. */
@NullMarked
package org.preventionnetwork.registry.standalone.imports;

import org.jspecify.annotations.NullMarked;

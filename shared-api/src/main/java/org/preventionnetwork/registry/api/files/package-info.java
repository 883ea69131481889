/** Who may read what the registry writes. */
@NullMarked
package org.preventionnetwork.registry.api.files;

import org.jspecify.annotations.NullMarked;

/** Who is who, and who may do what. */
@NullMarked
package org.preventionnetwork.registry.access;

import org.jspecify.annotations.NullMarked;

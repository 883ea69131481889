/** Finds what is recorded by its name, for who refers to it. */
@NullMarked
package org.preventionnetwork.registry.query.lookup;

import org.jspecify.annotations.NullMarked;

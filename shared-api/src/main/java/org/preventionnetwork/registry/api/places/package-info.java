/** States and their regions, recognised by code or by any of their usual names. */
@NullMarked
package org.preventionnetwork.registry.api.places;

import org.jspecify.annotations.NullMarked;

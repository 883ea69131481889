/** National initiatives: whether launched, how far, with whom, on both clocks. */
@NullMarked
package org.preventionnetwork.registry.query.initiatives;

import org.jspecify.annotations.NullMarked;

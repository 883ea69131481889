/** Lines of work of the Institute, such as the Latin America Program. */
@NullMarked
package org.preventionnetwork.registry.api.programmes;

import org.jspecify.annotations.NullMarked;

/** Says what happened, and what is answered, as sentences in any language of the pages. Knows no feature. */
@NullMarked
package org.preventionnetwork.registry.query.language;

import org.jspecify.annotations.NullMarked;

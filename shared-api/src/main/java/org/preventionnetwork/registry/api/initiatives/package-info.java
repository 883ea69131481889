/** National initiatives: what member states do at home. */
@NullMarked
package org.preventionnetwork.registry.api.initiatives;

import org.jspecify.annotations.NullMarked;

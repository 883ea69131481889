/** National initiatives: what may be recorded about what member states do at home. */
@NullMarked
package org.preventionnetwork.registry.command.initiatives;

import org.jspecify.annotations.NullMarked;

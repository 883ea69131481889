/** Published figures, and whether they agree with what is recorded. */
@NullMarked
package org.preventionnetwork.registry.query.statements;

import org.jspecify.annotations.NullMarked;

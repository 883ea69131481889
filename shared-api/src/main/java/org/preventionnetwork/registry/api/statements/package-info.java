/** Figures and rosters that somebody published, to be reconciled with what the registry holds. */
@NullMarked
package org.preventionnetwork.registry.api.statements;

import org.jspecify.annotations.NullMarked;

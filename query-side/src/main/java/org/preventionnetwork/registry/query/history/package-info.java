/** The audit trail: every event in plain words, searchable, and as it is stored; and the facts known of an entity. */
@NullMarked
package org.preventionnetwork.registry.query.history;

import org.jspecify.annotations.NullMarked;

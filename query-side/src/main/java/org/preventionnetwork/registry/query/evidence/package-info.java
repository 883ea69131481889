/**
 * Packs of evidence: events as they are stored with everything that proves them, to be checked by an outsider without
 * this registry or any of its code.
 */
@NullMarked
package org.preventionnetwork.registry.query.evidence;

import org.jspecify.annotations.NullMarked;

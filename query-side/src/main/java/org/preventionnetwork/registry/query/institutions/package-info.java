/** Institutions, their offices and partners as they were on any day, on both clocks. */
@NullMarked
package org.preventionnetwork.registry.query.institutions;

import org.jspecify.annotations.NullMarked;

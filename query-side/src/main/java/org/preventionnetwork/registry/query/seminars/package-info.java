/** Seminars, those who teach and those who are enrolled in them, on any day, as known at any position. */
@NullMarked
package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.NullMarked;

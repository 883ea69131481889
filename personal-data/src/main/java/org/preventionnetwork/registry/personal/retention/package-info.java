/** What is kept for a time only. */
@NullMarked
package org.preventionnetwork.registry.personal.retention;

import org.jspecify.annotations.NullMarked;

/** What those who read the tables of events may know of them. */
@NullMarked
package org.preventionnetwork.registry.api.store;

import org.jspecify.annotations.NullMarked;

/** A key for every person: what it takes to read personal data, to find it without reading it, and to forget it. */
@NullMarked
package org.preventionnetwork.registry.personal;

import org.jspecify.annotations.NullMarked;

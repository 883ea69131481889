/** Everything held about one person, for that person: as JSON, and as a page to read and print. */
@NullMarked
package org.preventionnetwork.registry.query.subject;

import org.jspecify.annotations.NullMarked;

/** Officials: where they served, who is the same person as whom, who is an alumnus; the only place of personal data. */
@NullMarked
package org.preventionnetwork.registry.query.officials;

import org.jspecify.annotations.NullMarked;

/** Reading personal data: every value read is of a person, and who read it stands in the access log before it leaves. */
@NullMarked
package org.preventionnetwork.registry.query.personal;

import org.jspecify.annotations.NullMarked;

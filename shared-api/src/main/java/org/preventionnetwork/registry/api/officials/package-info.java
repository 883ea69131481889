/** Persons; the only place where personal data lives. */
@NullMarked
package org.preventionnetwork.registry.api.officials;

import org.jspecify.annotations.NullMarked;

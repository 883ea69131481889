/** Institutions: what may be recorded about ministries, museums, universities and other bodies. */
@NullMarked
package org.preventionnetwork.registry.command.institutions;

import org.jspecify.annotations.NullMarked;

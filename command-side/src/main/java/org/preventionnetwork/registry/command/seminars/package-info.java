/** Seminars: what may be recorded about an edition, its seats and every official's way through it. */
@NullMarked
package org.preventionnetwork.registry.command.seminars;

import org.jspecify.annotations.NullMarked;

/** Editions of trainings, and each official's way through one of them. */
@NullMarked
package org.preventionnetwork.registry.api.seminars;

import org.jspecify.annotations.NullMarked;

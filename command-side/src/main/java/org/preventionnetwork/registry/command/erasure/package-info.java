/** Forgets a person for ever, and proves it. */
@NullMarked
package org.preventionnetwork.registry.command.erasure;

import org.jspecify.annotations.NullMarked;

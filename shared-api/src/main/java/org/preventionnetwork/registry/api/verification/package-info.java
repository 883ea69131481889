/** What checks of the stored history have in common, whichever side they run on. */
@NullMarked
package org.preventionnetwork.registry.api.verification;

import org.jspecify.annotations.NullMarked;

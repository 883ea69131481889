/** What operators configure is checked when the registry starts, before it does anything. */
@NullMarked
package org.preventionnetwork.registry.api.settings;

import org.jspecify.annotations.NullMarked;

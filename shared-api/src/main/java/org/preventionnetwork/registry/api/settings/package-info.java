/** What operators configure is checked when the registry starts, before it answers anybody. */
@NullMarked
package org.preventionnetwork.registry.api.settings;

import org.jspecify.annotations.NullMarked;

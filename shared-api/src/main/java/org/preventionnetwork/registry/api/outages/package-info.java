/** What the registry needs and may be without for a while. */
@NullMarked
package org.preventionnetwork.registry.api.outages;

import org.jspecify.annotations.NullMarked;

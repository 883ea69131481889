/** How a request becomes somebody's, and what it may do then. */
@NullMarked
package org.preventionnetwork.registry.access.web;

import org.jspecify.annotations.NullMarked;

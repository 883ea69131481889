/** Ministries, ombudspersons, museums, universities and other bodies that act in the network. */
@NullMarked
package org.preventionnetwork.registry.api.institutions;

import org.jspecify.annotations.NullMarked;

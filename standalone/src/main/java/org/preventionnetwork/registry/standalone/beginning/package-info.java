/** What whoever starts the registry first is told and offered. */
@NullMarked
package org.preventionnetwork.registry.standalone.beginning;

import org.jspecify.annotations.NullMarked;

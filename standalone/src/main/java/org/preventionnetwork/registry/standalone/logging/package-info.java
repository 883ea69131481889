/** What the log may tell: no values of requests, files or rows. */
@NullMarked
package org.preventionnetwork.registry.standalone.logging;

import org.jspecify.annotations.NullMarked;

/** The data folder: whose it is, and what of it belongs to the web server. */
@NullMarked
package org.preventionnetwork.registry.standalone.data;

import org.jspecify.annotations.NullMarked;

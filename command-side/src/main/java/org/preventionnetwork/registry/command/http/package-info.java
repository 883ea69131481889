/** Every command as an address: thin controllers, one way to read requests, one way to answer and to refuse. */
@NullMarked
package org.preventionnetwork.registry.command.http;

import org.jspecify.annotations.NullMarked;

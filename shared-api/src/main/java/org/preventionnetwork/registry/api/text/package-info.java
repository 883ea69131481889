/** Text from outside, made fit to be repeated in a message. */
@NullMarked
package org.preventionnetwork.registry.api.text;

import org.jspecify.annotations.NullMarked;

/** Makes commands of what senders write, saying at once everything that is wrong with it. */
@NullMarked
package org.preventionnetwork.registry.command.reading;

import org.jspecify.annotations.NullMarked;

/** Timelines of facts: how every aggregate records, corrects and annuls, and how rules look at what it knows. */
@NullMarked
package org.preventionnetwork.registry.command.timeline;

import org.jspecify.annotations.NullMarked;

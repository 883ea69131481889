/** What every fact, command and refusal of the registry has in common, whatever it is about. */
@NullMarked
package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.NullMarked;

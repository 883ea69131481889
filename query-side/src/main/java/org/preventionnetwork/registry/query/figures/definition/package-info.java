/** What each figure is: one class per figure, which every surface asks. */
@NullMarked
package org.preventionnetwork.registry.query.figures.definition;

import org.jspecify.annotations.NullMarked;

/** One definition of every figure, as an interval with the rows behind it. */
@NullMarked
package org.preventionnetwork.registry.query.figures;

import org.jspecify.annotations.NullMarked;

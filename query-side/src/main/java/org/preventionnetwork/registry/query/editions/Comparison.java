package org.preventionnetwork.registry.query.editions;

import org.preventionnetwork.registry.query.figures.FigureChanges;
import org.preventionnetwork.registry.query.figures.Interval;

/**
 * A figure at two positions, and what happened to it in between.
 *
 * @param definition the version of its definition that both are counted by
 */
record Comparison(int definition, Interval pinned, Interval today, FigureChanges changes) {}

package org.preventionnetwork.registry.query.figures;

import java.util.List;

/**
 * All that happened to a figure between two positions.
 *
 * @param steps in the order of record
 * @param added rows that count at the end and did not at the beginning
 * @param removed rows that counted at the beginning and do not at the end
 */
public record FigureChanges(List<FigureChange> steps, List<FigureRow> added, List<FigureRow> removed) {}

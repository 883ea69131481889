package org.preventionnetwork.registry.query.figures;

import java.util.List;

/**
 * What one event did to a figure. A row that counts otherwise than before, certainly instead of perhaps, say, is both
 * removed and added.
 *
 * @param position the event's
 * @param added rows that count since
 * @param removed rows that no longer count
 * @param after the figure since
 */
public record FigureChange(long position, List<FigureRow> added, List<FigureRow> removed, Interval after) {}

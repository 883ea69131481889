package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;

/**
 * What a row does to a figure on one day. Two rows with the same effect are the same to the figure, whatever they are
 * called, who is the source, and which events are behind them.
 */
record Effect(String counts, String entity, long count, long least, boolean incomplete, boolean certain) {
    static Effect of(FigureRow row, LocalDate day) {
        boolean certain = row.certain() != null && row.certain().range().contains(day);
        return new Effect(row.counts(), row.entity(), row.count(), row.certainCount(), row.incomplete(), certain);
    }
}

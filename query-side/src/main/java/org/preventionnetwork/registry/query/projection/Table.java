package org.preventionnetwork.registry.query.projection;

import java.util.List;

/**
 * A table of a read model. Every table has a column {@code entity}, by which an entity's rows can be made anew, and
 * {@code known_from}, the position a row came in with.
 *
 * @param name without schema; also the name of its view in schema {@code read}
 * @param columns the columns' names, in the order in which rows give their values
 * @param create DDL to run before rows come in; {@code ${schema}} stands for the version's schema
 * @param complete DDL to run when a rebuild has written its rows: keys, indexes, exclusion of overlapping beliefs
 */
public record Table(String name, List<String> columns, List<String> create, List<String> complete) {}

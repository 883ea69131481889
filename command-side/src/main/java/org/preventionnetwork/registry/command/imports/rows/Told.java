package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Problem;

/**
 * What became of one saying.
 *
 * @param resource the membership or seat that it is about, as the registry knows it
 */
record Told(Outcome outcome, List<Problem> problems, @Nullable String resource) {}

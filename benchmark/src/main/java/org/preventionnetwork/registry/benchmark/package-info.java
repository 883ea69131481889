/**
 * Measures the registry beside raw PostgreSQL, in one run on one server, so that the ratios hold on whatever machine it
 * runs; see {@link org.preventionnetwork.registry.benchmark.Benchmark} for the command.
 */
@NullMarked
package org.preventionnetwork.registry.benchmark;

import org.jspecify.annotations.NullMarked;

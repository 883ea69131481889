package org.preventionnetwork.registry.query.http;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where on both clocks a question is answered.
 *
 * @param asOf the true-on date as asked, echoed
 * @param day the day it is answered for: the latest that {@code asOf} can mean
 * @param knownAt the known-on instant, echoed; for "now" the instant of {@code position}
 * @param position the last position that counts
 * @param lag committed events that the projections have not brought in yet
 */
public record Clocks(String asOf, LocalDate day, Instant knownAt, long position, long lag) {}

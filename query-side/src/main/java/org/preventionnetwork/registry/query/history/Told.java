package org.preventionnetwork.registry.query.history;

/**
 * A fact in plain words.
 *
 * @param sentence as it is told when the fact is recorded
 * @param topic what a correction of it is about, as a phrase
 */
record Told(String sentence, String topic) {}

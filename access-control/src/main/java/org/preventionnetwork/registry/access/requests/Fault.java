package org.preventionnetwork.registry.access.requests;

import java.util.List;

/**
 * What is wrong with a parameter of a page, to be said on the page.
 *
 * @param parameter its name, as written
 * @param text key of the sentence in the pages' texts that says what is accepted
 * @param values for the sentence
 * @param sentence the same in English
 */
public record Fault(String parameter, String text, List<String> values, String sentence) {}

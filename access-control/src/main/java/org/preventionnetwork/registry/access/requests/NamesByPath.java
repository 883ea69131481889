package org.preventionnetwork.registry.access.requests;

import java.util.Map;
import java.util.Set;

/** Says which parameters an address takes, where that depends on the address: a form takes its fields' names. */
public interface NamesByPath {
    /** @param variables of the path, by name */
    Set<String> of(Map<String, String> variables);
}

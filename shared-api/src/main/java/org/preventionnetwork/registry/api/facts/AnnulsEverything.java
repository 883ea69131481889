package org.preventionnetwork.registry.api.facts;

/**
 * Says that an entity never was: annuls every fact of it, links to other networks and programmes included. Whoever is
 * limited to some of these must be within the limits with each.
 */
public interface AnnulsEverything extends RegistryCommand {}

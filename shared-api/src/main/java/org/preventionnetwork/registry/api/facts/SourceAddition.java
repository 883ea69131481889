package org.preventionnetwork.registry.api.facts;

/** A further source says the same; which one is in the event's metadata. */
public interface SourceAddition extends RegistryEvent {}

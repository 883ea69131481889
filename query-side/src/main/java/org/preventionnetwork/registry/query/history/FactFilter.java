package org.preventionnetwork.registry.query.history;

import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which facts of an entity are asked for. */
@Question
record FactFilter(@Means("true adds those that were annulled.") boolean annulled) {}

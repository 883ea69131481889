package org.preventionnetwork.registry.standalone.accounts;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Whom a page is about, as somebody wrote it. */
@Question
record AskedOfficial(@Means("The id of an official.") @Nullable String official) {}

package org.preventionnetwork.registry.standalone.imports;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which problems of an import the page shows. */
@Question
record ProblemFilter(
        @Means("Those in this file.") @Nullable String file, @Means("Those with this code.") @Nullable String code) {}

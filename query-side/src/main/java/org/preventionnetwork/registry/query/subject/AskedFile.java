package org.preventionnetwork.registry.query.subject;

import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** How the answer is wanted. */
@Question
record AskedFile(@Means("true saves it as a file.") boolean download) {}

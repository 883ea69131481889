/** What all answers over HTTP have in common: both clocks, waiting for what was just written, pages, CSV, problems. */
@NullMarked
package org.preventionnetwork.registry.query.http;

import org.jspecify.annotations.NullMarked;

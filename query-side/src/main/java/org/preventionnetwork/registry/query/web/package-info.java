/** What all web pages share: their frame with both clocks, languages, drawings, and pages that say why there is none. */
@NullMarked
package org.preventionnetwork.registry.query.web;

import org.jspecify.annotations.NullMarked;

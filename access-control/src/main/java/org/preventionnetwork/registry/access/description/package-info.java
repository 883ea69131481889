/** The OpenAPI document: what springdoc finds of the endpoints, said in words and once. */
@NullMarked
package org.preventionnetwork.registry.access.description;

import org.jspecify.annotations.NullMarked;

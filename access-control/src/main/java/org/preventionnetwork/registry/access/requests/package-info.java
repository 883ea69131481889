/** What a request may say: addresses are read strictly, and every endpoint declares the parameters that it reads. */
@NullMarked
package org.preventionnetwork.registry.access.requests;

import org.jspecify.annotations.NullMarked;

/**
 * Pages about accounts and tokens, and the erasure of a person. They need both access-control, or the command side, and
 * the frame that the query side puts around every page.
 */
@NullMarked
package org.preventionnetwork.registry.standalone.accounts;

import org.jspecify.annotations.NullMarked;

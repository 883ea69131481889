/** Pages about accounts, tokens, and who has read personal data. */
@NullMarked
package org.preventionnetwork.registry.standalone.accounts;

import org.jspecify.annotations.NullMarked;

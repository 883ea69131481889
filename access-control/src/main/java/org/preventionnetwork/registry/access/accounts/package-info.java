/** Local accounts: their names, passwords, roles and scopes, and what was done to them. */
@NullMarked
package org.preventionnetwork.registry.access.accounts;

import org.jspecify.annotations.NullMarked;

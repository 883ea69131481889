/** Logins that an OpenID Connect provider vouches for. */
@NullMarked
package org.preventionnetwork.registry.access.oidc;

import org.jspecify.annotations.NullMarked;

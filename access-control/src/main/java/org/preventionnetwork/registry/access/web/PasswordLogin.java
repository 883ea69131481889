package org.preventionnetwork.registry.access.web;

import java.time.Clock;
import org.preventionnetwork.registry.access.RegistryAuthentication;
import org.preventionnetwork.registry.access.accounts.Logins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Name and password of a local account, from the login page or from HTTP Basic. */
final class PasswordLogin implements AuthenticationProvider {
    private final Logins logins;
    private final Clock clock;

    PasswordLogin(Logins logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        return logins.login(attempt.getName(), password, address(attempt))
                .map(account -> new RegistryAuthentication(account.loginByPassword(clock.instant())))
                .orElseThrow(() -> new BadCredentialsException("name and password do not belong together"));
    }

    static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

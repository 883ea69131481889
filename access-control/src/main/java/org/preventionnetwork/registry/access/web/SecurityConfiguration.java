package org.preventionnetwork.registry.access.web;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.accounts.Logins;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.preventionnetwork.registry.access.limits.RequestRate;
import org.preventionnetwork.registry.access.limits.RequestsAtOnce;
import org.preventionnetwork.registry.access.limits.TooManyGuesses;
import org.preventionnetwork.registry.access.oidc.Provider;
import org.preventionnetwork.registry.access.policy.PolicyManager;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.preventionnetwork.registry.api.outages.Patience;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Two ways in. What carries an {@code Authorization} header speaks for itself, each time: no session, hence nothing that
 * another page could ride on. Everything else is a browser's: a session behind a login page, with a CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private final Patience.Limits patience;

    SecurityConfiguration(Patience.Limits patience) {
        this.patience = patience;
    }

    @Bean
    AuthenticationManager passwordLogin(Logins logins) {
        return new ProviderManager(new PasswordLogin(logins, Clock.systemUTC()));
    }

    /** A part of the two chains, and no filter beside them. */
    @Bean
    FilterRegistrationBean<RequestRateFilter> requestLimitsOnlyInChains(RequestRateFilter limits) {
        FilterRegistrationBean<RequestRateFilter> registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    RequestRateFilter requestLimits(RequestRate rate, RequestsAtOnce atOnce) {
        return new RequestRateFilter(rate, atOnce);
    }

    @Bean
    @Order(1)
    SecurityFilterChain statelessRequests(
            HttpSecurity http,
            AuthenticationManager passwords,
            Tokens tokens,
            Provider provider,
            Guesses guesses,
            PolicyManager policy,
            RequestRateFilter limits)
            throws IOException {
        Refusing refusing = new Refusing(false);
        BearerTokenAuthenticationFilter bearerFilter =
                new BearerTokenAuthenticationFilter(new BearerLogin(tokens, provider, guesses));
        bearerFilter.setAuthenticationEntryPoint(refusing);
        bearerFilter.setAuthenticationFailureHandler(refusing::commence);
        http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authenticationManager(passwords)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusing))
                .addFilterBefore(bearerFilter, BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return common(http, refusing, policy, limits);
    }

    @Bean
    @Order(2)
    SecurityFilterChain sessions(
            HttpSecurity http,
            AuthenticationManager passwords,
            Accounts accounts,
            Provider provider,
            PolicyManager policy,
            RequestRateFilter limits)
            throws IOException {
        Refusing refusing = new Refusing(true);
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(Refusing::asksForPage);
        markNoAddress(pages);
        Homeward homeward = new Homeward(policy, pages);
        // Asked once only, behind whatever logs in at the provider.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(passwords);
        http.formLogin(form ->
                        form.loginPage(LoginPage.PATH).successHandler(homeward).failureHandler(loginFailure()))
                .logout(logout -> logout.logoutSuccessUrl(LoginPage.PATH + "?logout"))
                .requestCache(cache -> cache.requestCache(pages))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokens()))
                .addFilterAfter(new LivingLogin(accounts, Clock.systemUTC()), SecurityContextHolderFilter.class);
        if (provider.isConfigured()) {
            provider.offerLogin(http, homeward, loginFailure());
        }
        return common(http, refusing, policy, limits);
    }

    /** It would else add a parameter of its own to the address that somebody asked for; null is for none. */
    @SuppressWarnings("NullAway")
    private static void markNoAddress(HttpSessionRequestCache pages) {
        pages.setMatchingRequestParameterName(null);
    }

    private SecurityFilterChain common(
            HttpSecurity http, Refusing refusing, PolicyManager policy, RequestRateFilter limits) throws IOException {
        SecurityHeaders.write(http);
        return http.exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusing).accessDeniedHandler(refusing))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(policy))
                .addFilterAfter(new SmallBodies(), HeaderWriterFilter.class)
                .addFilterBefore(new Outages(patience), SecurityContextHolderFilter.class)
                .addFilterBefore(limits, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ErrorAddress(), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static AuthenticationFailureHandler loginFailure() {
        return (request, response, failure) ->
                response.sendRedirect(LoginPage.PATH + (failure instanceof TooManyGuesses ? "?wait" : "?error"));
    }

    /** Addresses that are read in two ways, by a trick or by mistake, are not read at all. */
    @Bean
    RequestRejectedHandler trickyAddresses() {
        return (request, response, rejection) -> AccessProblem.of(400, "MALFORMED", "the request cannot be understood")
                .write(response);
    }
}

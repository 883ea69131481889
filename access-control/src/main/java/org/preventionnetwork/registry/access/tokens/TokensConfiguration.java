package org.preventionnetwork.registry.access.tokens;

import java.time.Clock;
import org.preventionnetwork.registry.access.accounts.AccountChanges;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of tokens together. */
@Configuration(proxyBeanMethods = false)
class TokensConfiguration {

    @Bean
    Tokens apiTokens(
            @Qualifier("access") JdbcClient jdbc,
            @Qualifier("access") TransactionTemplate transaction,
            Accounts accounts,
            AccountChanges changes,
            Guesses guesses) {
        return new Tokens(new TokenStore(jdbc), accounts, changes, guesses, transaction, Clock.systemUTC());
    }
}

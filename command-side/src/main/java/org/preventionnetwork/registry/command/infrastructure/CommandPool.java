package org.preventionnetwork.registry.command.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.personal.PatientPool;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Makes a {@link PatientPool} of the pool that Spring Boot has configured, and closes it, since Spring knows the other. */
final class CommandPool implements BeanPostProcessor, DisposableBean {
    private final Supplier<Duration> idleTransactions;
    private @Nullable PatientPool made;

    /** @param idleTransactions asked for with the pool, since this is made before all else */
    CommandPool(Supplier<Duration> idleTransactions) {
        this.idleTransactions = idleTransactions;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (!name.equals("dataSource") || !(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        String configured = pool.getConnectionInitSql();
        pool.setConnectionInitSql("SET idle_in_transaction_session_timeout = "
                + idleTransactions.get().toMillis() + (configured == null ? "" : "; " + configured));
        made = new PatientPool(pool);
        return made;
    }

    @Override
    public void destroy() {
        if (made != null) {
            made.close();
        }
    }
}

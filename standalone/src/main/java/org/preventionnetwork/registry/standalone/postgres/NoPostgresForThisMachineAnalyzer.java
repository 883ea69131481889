package org.preventionnetwork.registry.standalone.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of printing a stack trace. */
final class NoPostgresForThisMachineAnalyzer extends AbstractFailureAnalyzer<NoPostgresForThisMachine> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoPostgresForThisMachine cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Let it use a PostgreSQL of yours, 15 or newer: --spring.datasource.url=jdbc:postgresql://<host>/<database>"
                        + " --spring.datasource.username=<name> --spring.datasource.password=<password>;"
                        + " or build it with PostgreSQL for all machines that there is one for: mvn -Ppostgres-all package",
                cause);
    }
}

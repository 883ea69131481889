package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each side may do to the other's tables, asked of the application as it starts by default. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"registry.data=target/data-${random.uuid}", "registry.postgres.programs=target/postgres-bin"})
class DatabaseRolesTest {

    @Autowired
    private JdbcTemplate command;

    @Autowired
    @Qualifier("query")
    private DataSource queryDataSource;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private EventStore events;

    @Autowired
    private LedgerPositions positions;

    private JdbcTemplate query;

    @BeforeEach
    void openQuerySide() {
        query = new JdbcTemplate(queryDataSource);
    }

    @Test
    void each_side_has_a_role_of_its_own() {
        assertThat(command.queryForObject("SELECT current_user", String.class)).isEqualTo("registry_command");
        assertThat(query.queryForObject("SELECT current_user", String.class)).isEqualTo("registry_query");
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.domainevententry SET payload = ''",
                "DELETE FROM events.domainevententry",
                "TRUNCATE events.domainevententry",
                "UPDATE ledger.entry SET known_at = now()",
                "DELETE FROM ledger.entry",
                "DROP TABLE ledger.entry",
                "ALTER TABLE events.domainevententry DISABLE TRIGGER never_changed",
                "UPDATE access_log.viewing SET actor = 'nobody'",
                "DELETE FROM access_log.viewing",
                "TRUNCATE access_log.viewing",
                "INSERT INTO access_log.viewing (viewed_at, actor, role, official, kind, path, correlation)"
                        + " VALUES ('2000-01-01', '', '', '', '', '', '')"
            })
    void nobody_can_change_what_is_recorded(String change) {
        assertThatThrownBy(() -> command.execute(change)).hasStackTraceContaining("ERROR: ");
        assertThatThrownBy(() -> query.execute(change)).hasStackTraceContaining("ERROR: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.domainevententry DEFAULT VALUES",
                "SELECT nextval('events.domainevententry_globalindex_seq')",
                "INSERT INTO ledger.entry DEFAULT VALUES",
                "UPDATE ledger.state SET floor = 0"
            })
    void the_query_side_only_reads_events_and_ledger(String change) {
        assertThatThrownBy(() -> query.execute(change)).hasStackTraceContaining("permission denied");
    }

    @Test
    void the_query_side_adds_to_the_access_log_reads_it_and_deletes_nothing_that_is_kept() {
        query.execute("INSERT INTO access_log.viewing (actor, role, official, kind, path, correlation)"
                + " VALUES ('ana', 'AUDITOR', 'o-1', 'OFFICIAL', '/api/officials/o-1', 'c')");
        assertThat(query.queryForObject("SELECT access_log.delete_old()", Long.class))
                .isZero();
        assertThat(query.queryForObject("SELECT count(*) FROM access_log.viewing WHERE official = 'o-1'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void the_query_side_makes_schemas_of_its_own_with_exclusion_over_ranges() {
        query.execute("DROP SCHEMA IF EXISTS members_v1 CASCADE");
        query.execute("CREATE SCHEMA members_v1");
        query.execute("CREATE TABLE members_v1.membership (state text, known int8range, "
                + "EXCLUDE USING gist (state WITH =, known WITH &&))");
    }

    @Test
    void an_event_that_is_committed_gets_its_position_at_once() {
        String aggregate = "network:" + System.nanoTime();
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        events.publish(new GenericDomainEventMessage<>("Network", aggregate, 0, "founded"));
        unit.commit();
        await().until(() -> positions.positionOf(aggregate, 0).isPresent());
    }
}

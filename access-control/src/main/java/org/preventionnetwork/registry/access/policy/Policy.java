package org.preventionnetwork.registry.access.policy;

import static org.preventionnetwork.registry.access.Role.ADMIN;
import static org.preventionnetwork.registry.access.Role.AUDITOR;
import static org.preventionnetwork.registry.access.Role.DASHBOARD;
import static org.preventionnetwork.registry.access.Role.SECRETARIAT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what. The first line that fits counts; what no line names is denied to everybody. Whoever may ask with
 * GET may ask with HEAD.
 */
public final class Policy {
    private static final Audience READERS = Audience.of(SECRETARIAT, AUDITOR);
    private static final Audience ALL_READERS = Audience.of(SECRETARIAT, AUDITOR, DASHBOARD);
    private static final Audience RECORDERS = Audience.of(SECRETARIAT);
    private static final Audience ADMINISTRATORS = Audience.of(ADMIN);
    private static final Audience OVERSEERS = Audience.of(SECRETARIAT, AUDITOR, ADMIN);

    private final List<Line> lines = new ArrayList<>();

    private record Line(String method, PathPattern path, Audience audience) {}

    public Policy() {
        withoutLogin();
        ownAccount();
        administration();
        imports();
        persons();
        auditTrail();
        records();
        pages();
    }

    private void withoutLogin() {
        add("GET", Audience.PUBLIC, "/login", "/login.css", "/styles/personal-data.css", "/error", "/actuator/health");
        add("POST", Audience.PUBLIC, "/login", "/logout");
        add("GET", Audience.PUBLIC, "/oauth2/authorization/registry", "/login/oauth2/code/registry");
        add("GET", READERS, "/ledger/tile/entries/{*number}", "/ledger/proof/{eventId}");
        add("GET", Audience.PUBLIC, "/ledger/checkpoint", "/ledger/key", "/ledger/consistency");
        add("GET", Audience.PUBLIC, "/ledger/tile/{level:[0-9]+}/{*number}");
    }

    private void ownAccount() {
        add("GET", Audience.LOGGED_IN, "/api/me");
        add("GET", Audience.LOGGED_IN.onlyInPerson(), "/api/tokens");
        add("POST", Audience.LOGGED_IN.onlyInPerson(), "/api/me/password", "/api/tokens");
        add("DELETE", Audience.LOGGED_IN.onlyInPerson(), "/api/tokens/{id}");
        add("GET", Audience.LOGGED_IN, "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config");
        add("GET", Audience.LOGGED_IN, "/swagger-ui.html", "/swagger-ui/{*asset}");
    }

    private void administration() {
        add("GET", Audience.of(ADMIN, AUDITOR), "/api/account-changes");
        add("GET", ADMINISTRATORS.onlyInPerson(), "/api/accounts", "/api/accounts/{name}");
        add("GET", ADMINISTRATORS.onlyInPerson(), "/api/accounts/{name}/tokens");
        add("PUT", ADMINISTRATORS.onlyInPerson(), "/api/accounts/{name}");
        add("POST", ADMINISTRATORS.onlyInPerson(), "/api/accounts/{name}/{deed}");
        add("GET", OVERSEERS, "/api/operations/dead-letters", "/api/operations/verification");
        add("GET", OVERSEERS, "/api/operations/clock");
        add("POST", ADMINISTRATORS, "/api/operations/clock");
        add("GET", Audience.LOGGED_IN, "/api/operations/projections", "/api/operations/projections/{name}");
        add("POST", ADMINISTRATORS, "/api/operations/{*deed}");
        add("POST", ADMINISTRATORS, "/api/officials/{officialId}/erase", "/api/imports/{id}/annul");
        add("GET", ADMINISTRATORS, "/actuator", "/actuator/health/{*component}");
        add("GET", Audience.LOGGED_IN, "/actuator/prometheus");
    }

    private void imports() {
        add("POST", RECORDERS, "/api/imports", "/api/samples/institute");
        add("GET", OVERSEERS, "/api/imports", "/api/imports/{id}");
        add("GET", OVERSEERS, "/api/imports/{id}/progress", "/api/imports/{id}/problems");
    }

    private void persons() {
        add("GET", Audience.of(SECRETARIAT, ADMIN), "/api/officials/{id}/personal-data");
        add("GET", OVERSEERS, "/api/officials/{id}/erasure-receipt");
        add("GET", Audience.of(AUDITOR), "/api/access-log");
        add("GET", READERS, "/api/duplicate-officials");
        add("GET", READERS, "/api/officials", "/api/officials/{id}", "/api/officials/{id}/{*part}");
        add("GET", READERS, "/api/seminars/{id}/enrollments");
    }

    private void auditTrail() {
        add("GET", READERS, "/api/history", "/api/history/export", "/api/history/{eventId}");
        add("GET", READERS, "/api/{collection}/{id}/facts", "/api/events", "/api/evidence");
    }

    private void records() {
        add("GET", ALL_READERS, "/api/networks", "/api/networks/{id}");
        add("GET", ALL_READERS, "/api/networks/{id}/members", "/api/networks/{id}/focal-points");
        add("GET", ALL_READERS, "/api/networks/{id}/meetings", "/api/networks/{id}/activity");
        add("GET", READERS, "/api/networks/{id}/diff");
        add("GET", ALL_READERS, "/api/seminars", "/api/seminars/{id}", "/api/initiatives", "/api/initiatives/{id}");
        add("GET", ALL_READERS, "/api/states", "/api/states/{code}", "/api/overview");
        add("GET", ALL_READERS, "/api/programmes", "/api/programmes/{id}");
        add("GET", ALL_READERS, "/api/institutions", "/api/institutions/{id}");
        add("GET", ALL_READERS, "/api/statements", "/api/statements/{id}", "/api/statements/{id}/reconciliation");
        add("GET", ALL_READERS, "/api/completeness", "/api/relations");
        add("GET", ALL_READERS, "/api/figures", "/api/figures/{metric}");
        add("GET", ALL_READERS, "/api/editions", "/api/editions/{id}", "/api/editions/{id}/figures/{key}/changes");
        for (EntityType type : EntityType.values()) {
            String collection = type.collection();
            add("PUT", RECORDERS, "/api/" + collection + "/{id}");
            add("POST", RECORDERS, "/api/" + collection, "/api/" + collection + "/{id}/{*deed}");
        }
        add("PUT", RECORDERS, "/api/networks/{id}/{part}/{partId}", "/api/seminars/{id}/enrollments/{enrollmentId}");
    }

    /** What people look at; each shows what the addresses above answer. */
    private void pages() {
        add("GET", Audience.PUBLIC, "/assets/{*asset}", "/webjars/picocss__pico/{*asset}", "/favicon.ico");
        add("GET", ALL_READERS, "/figures/definitions");
        add("GET", ALL_READERS, "/", "/figures/{metric}", "/statements/{id}", "/states/{code}");
        add("GET", ALL_READERS, "/editions", "/editions/{id}", "/editions/{id}/figures/{key}");
        add("GET", Audience.LOGGED_IN, "/ledger");
        add("GET", ALL_READERS, "/networks", "/networks/{id}", "/seminars", "/seminars/{id}", "/states");
        add("GET", ALL_READERS, "/initiatives", "/initiatives/{id}", "/institutions", "/institutions/{id}");
        add("GET", ALL_READERS, "/programmes", "/programmes/{id}", "/statements");
        add("GET", READERS, "/officials", "/officials/{id}", "/duplicate-officials");
        add("GET", READERS, "/networks/{id}/compare");
        add("GET", READERS, "/history", "/history/{eventId}", "/history/at/{position}");
        add("GET", OVERSEERS, "/imports", "/imports/{id}", "/imports/templates/{kind}.csv");
        add("GET", OVERSEERS, "/imports/{id}/problems.csv", "/operations");
        add("GET", Audience.LOGGED_IN.onlyInPerson(), "/account");
        add("GET", ADMINISTRATORS.onlyInPerson(), "/accounts", "/accounts/{name}");
        add("GET", ADMINISTRATORS, "/erasure");
        add("POST", ADMINISTRATORS, "/erasure/find");
        add("GET", Audience.of(ADMIN, AUDITOR), "/account-changes");
        add("GET", Audience.of(AUDITOR), "/access-log");
        add("GET", RECORDERS, "/record", "/record/{help}", "/record/{collection}/{command}");
        add("POST", RECORDERS, "/record/{collection}/{command}/preview", "/record/{collection}/{command}/follows");
    }

    private void add(String method, Audience audience, String... paths) {
        for (String path : paths) {
            lines.add(new Line(method, PathPatternParser.defaultInstance.parse(path), audience));
        }
    }

    /** @return who may call this, or empty where the table does not name it */
    public Optional<Audience> audience(String method, PathContainer path) {
        String named = method.equals("HEAD") ? "GET" : method;
        return lines.stream()
                .filter(line -> line.method().equals(named) && line.path().matches(path))
                .map(Line::audience)
                .findFirst();
    }
}

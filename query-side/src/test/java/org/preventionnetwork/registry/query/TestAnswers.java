package org.preventionnetwork.registry.query;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.http.RowShapes;
import org.preventionnetwork.registry.query.infrastructure.LedgerHead;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;

/** All projections on real PostgreSQL, kept up by their processors, and the endpoints that answer from them. */
public final class TestAnswers implements AutoCloseable {
    private static final String ROOT = "org.preventionnetwork.registry.query";

    private final TestRegistry registry;
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc http;

    private TestAnswers(TestRegistry registry) {
        this.registry = registry;
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("registry", registry));
        context.addBeanFactoryPostProcessor(TestAnswers::leaveOutPages);
        context.register(Parts.class);
        context.scan(List.of(
                        "http",
                        "web",
                        "programmes",
                        "institutions",
                        "initiatives",
                        "statements",
                        "completeness",
                        "relations",
                        "editions",
                        "figures",
                        "states",
                        "overview",
                        "names")
                .stream()
                .map(feature -> ROOT + "." + feature)
                .toArray(String[]::new));
        context.refresh();
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @EnableWebMvc
    static class Parts {
        /** Closed by the registry that it is of. */
        @Bean(destroyMethod = "")
        @Qualifier("query")
        DataSource queryDatabase(TestRegistry registry) {
            return registry.dataSource();
        }

        @Bean
        CurrentCaller auditor() {
            return request -> new Caller("auditor", EnumSet.of(Role.AUDITOR), Set.of());
        }

        @Bean
        LedgerPositions positions(TestRegistry registry) {
            return registry.positions;
        }

        @Bean
        RowShapes shapes(TestRegistry registry) {
            return registry.projections;
        }

        @Bean
        EntityHistory history(TestRegistry registry) {
            return registry.history;
        }

        @Bean
        LedgerHead head(TestRegistry registry) {
            return registry.head();
        }
    }

    /** Pages need more than the questions that are asked here. */
    private static void leaveOutPages(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForAnnotation(PageController.class)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
        }
    }

    public static TestAnswers start() throws SQLException {
        try (AnnotationConfigApplicationContext found = new AnnotationConfigApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(found, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*[a-z]Projection")));
            scanner.scan(ROOT);
            found.refresh();
            return new TestAnswers(TestRegistry.with(
                    found.getBeansOfType(Projection.class).values().toArray(Projection[]::new)));
        }
    }

    /** @return the position of the last */
    public long record(RegistryEvent... events) {
        long position = 0;
        for (RegistryEvent event : events) {
            position = registry.record(event, Map.of("actor", "local", "role", "SECRETARIAT", "source", "a report"));
        }
        registry.caughtUp();
        return position;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MockHttpServletResponse response(String path, String... headers) {
        try {
            var request = get(path);
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return http.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** The answer's JSON; fails unless it is 200. */
    public JsonNode get200(String path, String... headers) {
        MockHttpServletResponse response = response(path, headers);
        String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (response.getStatus() != 200) {
            throw new AssertionError(path + " answered " + response.getStatus() + " " + body);
        }
        return RegistryJson.mapper().readTree(body);
    }

    @Override
    public void close() {
        context.close();
        registry.close();
    }
}

package org.preventionnetwork.registry.query.http;

import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Endpoints over a test registry, with what all answers have in common. */
public final class TestQuestions {
    private TestQuestions() {}

    public static Questions of(TestRegistry registry) {
        return new Questions(registry.dataSource(), registry.positions, registry.head(), (name, shape) -> false);
    }

    public static MockMvc asking(Object... endpoints) {
        return MockMvcBuilders.standaloneSetup(endpoints)
                .setCustomArgumentResolvers(new QuestionResolver())
                .setControllerAdvice(new QueryProblems(), new PageLinks())
                .build();
    }
}

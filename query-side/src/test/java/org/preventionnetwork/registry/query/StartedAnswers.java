package org.preventionnetwork.registry.query;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts {@link TestAnswers} for whoever has them as a parameter: what comes before all tests of a class those of the
 * class, what comes before each, or a test, those of the test. They are closed with it.
 */
public final class StartedAnswers implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(StartedAnswers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestAnswers.class;
    }

    @Override
    public TestAnswers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            TestAnswers answers = TestAnswers.start();
            // The store closes what it holds when the class, or the test, is over.
            context.getStore(HERE).put(TestAnswers.class, answers);
            return answers;
        } catch (SQLException e) {
            throw new ParameterResolutionException("the database does not start", e);
        }
    }
}

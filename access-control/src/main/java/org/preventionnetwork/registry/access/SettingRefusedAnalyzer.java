package org.preventionnetwork.registry.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.settings.BadSetting;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting it is and what would be accepted, and never repeats the value, which can be a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        BadSetting bad = findCause(cause, BadSetting.class);
        if (bad != null) {
            return new FailureAnalysis(bad.fault(), bad.cure(), cause);
        }
        String name = cause.getName().toString();
        return name.startsWith("registry.")
                ? new FailureAnalysis(
                        "The setting " + name + " cannot be read.",
                        "Accepted is " + kind(cause) + ", as docs/operations.md describes it.",
                        cause)
                : null;
    }

    private static String kind(BindException cause) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "Duration" -> "a time, such as 500ms, 30s or 5m";
            case "Period" -> "a time, such as 90d, 18m or 2y";
            case "DataSize" -> "a size, such as 64MB or 2GB";
            case "boolean", "Boolean" -> "true or false";
            default -> type.isEnum() ? "one of " + List.of(type.getEnumConstants()) : "a value of the kind";
        };
    }
}

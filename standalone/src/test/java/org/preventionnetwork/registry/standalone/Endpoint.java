package org.preventionnetwork.registry.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the running registry has mapped.
 *
 * @param command what a request is read as, or null when it is none
 */
record Endpoint(RequestMethod method, String path, Class<?> command) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");

    static List<Endpoint> of(RunningRegistry registry) {
        List<Endpoint> endpoints = new ArrayList<>();
        registry.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        for (RequestMethod method :
                                mapping.getMethodsCondition().getMethods()) {
                            endpoints.add(new Endpoint(method, path, commandOf(handler)));
                        }
                    }
                });
        endpoints.sort(Comparator.comparing(Endpoint::toString));
        return endpoints;
    }

    private static Class<?> commandOf(HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> argument =
                    ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
            if (RegistryCommand.class.isAssignableFrom(argument)) {
                return argument;
            }
        }
        return null;
    }

    boolean isQuery() {
        return method == RequestMethod.GET;
    }

    /** @param values by the name of a variable of the path, what takes its place */
    String address(UnaryOperator<String> values) {
        return VARIABLE.matcher(path).replaceAll(match -> values.apply(match.group(1)));
    }

    @Override
    public String toString() {
        return path + " " + method;
    }
}

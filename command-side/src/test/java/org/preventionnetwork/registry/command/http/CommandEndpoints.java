package org.preventionnetwork.registry.command.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.springframework.core.MethodParameter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The mapped command endpoints, as Spring knows them. */
final class CommandEndpoints {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private CommandEndpoints() {}

    record Endpoint(String verb, String path, Class<? extends RegistryCommand> command) {
        Set<String> variables() {
            return sampleVariables().keySet();
        }

        /** A well-formed id for each variable of the path. */
        Map<String, String> sampleVariables() {
            Map<String, String> variables = new LinkedHashMap<>();
            Matcher matcher = VARIABLE.matcher(path);
            while (matcher.find()) {
                variables.put(matcher.group(1), "sample-" + matcher.group(1).toLowerCase(java.util.Locale.ROOT));
            }
            return variables;
        }

        String address(Map<String, String> variables) {
            String address = path;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                address = address.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return address;
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.getParameterType() == CommandRequest.class) {
                    endpoints.add(new Endpoint(
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .iterator()
                                    .next()
                                    .name(),
                            mapping.getPatternValues().iterator().next(),
                            CommandRequestResolver.commandOf(parameter)));
                }
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::toString));
        return endpoints;
    }
}

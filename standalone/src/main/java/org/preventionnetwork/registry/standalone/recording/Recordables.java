package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.command.http.CommandRequest;
import org.preventionnetwork.registry.command.http.MakesId;
import org.preventionnetwork.registry.standalone.recording.Recordable.Route;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All commands that somebody who records can send, as the controllers map them: a form's address cannot drift. */
@Component
class Recordables {
    /** An erasure is an administrator's, cannot be taken back, and has a page of its own. */
    static final Set<Class<?>> WITHOUT_FORM = Set.of(OfficialCommand.EraseOfficial.class);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final SingletonSupplier<Map<EntityType, Map<String, Recordable>>> all;

    Recordables(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        all = SingletonSupplier.of(() -> find(mappings.getObject()));
    }

    private Map<EntityType, Map<String, Recordable>> all() {
        return all.obtain();
    }

    /** @param slug {@code admit-state} */
    Optional<Recordable> find(String collection, String slug) {
        return all().entrySet().stream()
                .filter(entry -> entry.getKey().collection().equals(collection))
                .flatMap(entry -> Optional.ofNullable(entry.getValue().get(slug)).stream())
                .findFirst();
    }

    /** In the order in which the vocabularies declare them. */
    List<Recordable> of(EntityType type) {
        return List.copyOf(all().getOrDefault(type, Map.of()).values());
    }

    /** By the collection of an entity or a part: the address of the form that records such a thing first. */
    Map<String, String> creators() {
        Map<String, String> creators = new TreeMap<>();
        for (EntityKind<?> kind : EntityKinds.ALL) {
            for (Recordable one : of(kind.type())) {
                String made = one.madeField().orElse("");
                if (made.equals(kind.idField())) {
                    creators.putIfAbsent(kind.type().collection(), one.address());
                }
                kind.parts().stream()
                        .filter(part -> made.equals(part.idField()))
                        .forEach(part -> creators.putIfAbsent(part.collection(), one.address()));
            }
        }
        return creators;
    }

    private static Map<EntityType, Map<String, Recordable>> find(RequestMappingHandlerMapping mapping) {
        Map<Class<? extends RegistryCommand>, List<Route>> routes = new LinkedHashMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                if (parameter.getParameterType() == CommandRequest.class) {
                    Class<? extends RegistryCommand> command =
                            parameter.nested().getNestedParameterType().asSubclass(RegistryCommand.class);
                    routes.computeIfAbsent(command, type -> new ArrayList<>()).add(route(info, handler, parameter));
                }
            }
        });
        Map<EntityType, Map<String, Recordable>> all = new EnumMap<>(EntityType.class);
        routes.keySet().stream()
                .filter(command -> !WITHOUT_FORM.contains(command))
                .sorted(Comparator.comparingInt(Recordables::rank))
                .forEach(command -> {
                    Recordable one = recordable(command, routes.getOrDefault(command, List.of()));
                    all.computeIfAbsent(one.entity(), type -> new LinkedHashMap<>())
                            .put(one.slug(), one);
                });
        return all;
    }

    private static Recordable recordable(Class<? extends RegistryCommand> command, List<Route> routes) {
        List<Route> ordered = routes.stream()
                .sorted(Comparator.comparing(route -> -route.variables().size()))
                .toList();
        return new Recordable(EntityKinds.ofCommand(command).type(), command, ordered);
    }

    private static Route route(RequestMappingInfo info, HandlerMethod handler, MethodParameter parameter) {
        String path = info.getPatternValues().iterator().next();
        RequestMethod method =
                info.getMethodsCondition().getMethods().iterator().next();
        List<String> variables = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        MakesId makes = parameter.getParameterAnnotation(MakesId.class);
        return new Route(method.name(), path, List.copyOf(variables), makes == null ? null : makes.value());
    }

    /** What corrects comes last, as it does in each vocabulary; parts of a seminar come after the seminar. */
    private static int rank(Class<?> command) {
        Class<?> vocabulary = command.getDeclaringClass();
        List<Class<?>> declared = new ArrayList<>(Arrays.asList(vocabulary.getPermittedSubclasses()));
        int place = declared.indexOf(command);
        int enrollments = vocabulary.getSimpleName().startsWith("Enrollment") ? 100 : 0;
        boolean ofFact = command.getSimpleName().endsWith("Fact");
        return enrollments + (ofFact ? 500 : 0) + (place < 0 ? nested(vocabulary, command) : place);
    }

    private static int nested(Class<?> vocabulary, Class<?> command) {
        int place = 0;
        for (Class<?> permitted : vocabulary.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                int inside = Arrays.asList(permitted.getPermittedSubclasses()).indexOf(command);
                if (inside >= 0) {
                    return place + inside;
                }
            }
            place++;
        }
        return place;
    }
}

package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.access.description.ApiPart;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the commands in the OpenAPI document, where their controllers say only which command they take. */
@Configuration(proxyBeanMethods = false)
class CommandDocumentation {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";
    private static final String RESPONSES = "#/components/responses/";
    /** Bodies of commands, each once, by the names that operations refer to them by. */
    private static final Map<String, Schema<Object>> SCHEMAS = new ConcurrentSkipListMap<>();

    private static final String DESCRIPTION =
            """
            The history of genocide-prevention seminars, networks and national initiatives, on two clocks: what was \
            true on a date (asOf), and what was known on a date (knownAt). Nothing is edited: a correction is a fact of \
            its own. Dates are as precise as their source, in a subset of EDTF. A command that says what is recorded \
            already records nothing, so every command can be sent again.""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class);
    }

    @Bean
    @Order(0)
    ApiPart registryDescription() {
        return api -> {
            api.setInfo(new Info()
                    .title("Prevention Network Registry")
                    .version("1")
                    .description(DESCRIPTION)
                    .license(new License().name("Not decided yet").identifier("LicenseRef-Undecided")));
            describeAnswers(api);
        };
    }

    @Bean
    OperationCustomizer commandOperations() {
        return (operation, method) -> {
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.getParameterType() == CommandRequest.class) {
                    describe(operation, method, parameter);
                }
            }
            return operation;
        };
    }

    private static void describe(Operation operation, HandlerMethod method, MethodParameter parameter) {
        Class<? extends RegistryCommand> command = CommandRequestResolver.commandOf(parameter);
        MakesId makes = parameter.getParameterAnnotation(MakesId.class);
        Set<String> variables = variables(method);
        variables.forEach(name -> operation.addParametersItem(
                new PathParameter().name(name).required(true).schema(CommandSchemas.id())));
        operation.addParametersItem(new HeaderParameter()
                .name("If-Match")
                .description("The ETag that you have seen; 412 when it moved on")
                .schema(CommandSchemas.ofType("string").example("\"7\"")));
        String name = command.getSimpleName() + (makes == null ? "" : "New");
        SCHEMAS.put(name, CommandSchemas.body(command, variables, makes == null ? null : makes.value()));
        Content body = new Content()
                .addMediaType(
                        JSON,
                        new MediaType().schema(reference(name)).example(CommandExamples.body(command, variables)));
        io.swagger.v3.oas.annotations.Operation said =
                method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (said == null || said.operationId().isEmpty()) {
            operation.setOperationId(operationId(method));
        }
        operation.setRequestBody(new RequestBody().content(body));
        operation.setResponses(responses(method.getMethod().getName().matches("create|put|recordNew")));
    }

    /** {@code membershipWithdraw}: names of generated clients' methods. */
    private static String operationId(HandlerMethod method) {
        String resource = method.getBeanType().getSimpleName().replaceAll("Commands$", "");
        String action = method.getMethod().getName();
        return Character.toLowerCase(resource.charAt(0))
                + resource.substring(1)
                + Character.toUpperCase(action.charAt(0))
                + action.substring(1);
    }

    private static Set<String> variables(HandlerMethod method) {
        Set<String> names = new LinkedHashSet<>();
        for (AnnotatedElement mapped : List.of(method.getBeanType(), method.getMethod())) {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
            for (String path : mapping == null ? new String[0] : mapping.path()) {
                Matcher matcher = VARIABLE.matcher(path);
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    private static ApiResponses responses(boolean creates) {
        ApiResponses responses = new ApiResponses();
        if (creates) {
            responses.addApiResponse("201", new ApiResponse().$ref(RESPONSES + "Created"));
        }
        responses.addApiResponse("200", new ApiResponse().$ref(RESPONSES + "Recorded"));
        responses.addApiResponse("409", new ApiResponse().$ref(RESPONSES + "Refused"));
        responses.addApiResponse("412", new ApiResponse().$ref(RESPONSES + "MovedOn"));
        return responses;
    }

    private static void describeAnswers(OpenAPI api) {
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        SCHEMAS.forEach(components::addSchemas);
        components.addSchemas("CommandAnswer", answer());
        components.addSchemas("RehearsedEvent", rehearsedEvent());
        components.addSchemas("DerivedEnd", derivedEnd());
        components.addResponses("Created", answered("It was created; Location says where it is"));
        components.addResponses("Recorded", answered("It is recorded, now or since earlier: see outcome"));
        components.addResponses("Refused", problem("Refused; code says why, facts what stands against it"));
        components.addResponses("MovedOn", problem("The version in If-Match is not the current one"));
    }

    private static ApiResponse answered(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        "ETag",
                        new Header().description("The version that it has now").schema(CommandSchemas.ofType("string")))
                .content(new Content().addMediaType(JSON, new MediaType().schema(reference("CommandAnswer"))));
    }

    private static Schema<Object> answer() {
        Schema<Object> answer = CommandSchemas.ofType("object");
        ResourceNames.fields().forEach(id -> answer.addProperty(id, CommandSchemas.ofType("string")));
        List.of("factId", "status", "receipt")
                .forEach(text -> answer.addProperty(text, CommandSchemas.ofType("string")));
        Schema<Object> awaits = CommandSchemas.ofType("array");
        awaits.setItems(CommandSchemas.ofType("string"));
        answer.addProperty("awaits", awaits);
        answer.addProperty("version", CommandSchemas.ofType("integer"));
        Schema<Object> outcome = CommandSchemas.ofType("string");
        List.of("CREATED", "RECORDED", "SOURCE_ADDED", "UNCHANGED").forEach(outcome::addEnumItemObject);
        answer.addProperty("outcome", outcome);
        answer.addProperty(
                "hint",
                CommandSchemas.ofType("string")
                        .description("what whoever recorded it should know, where there is something"));
        Schema<Object> ends = CommandSchemas.ofType("array");
        ends.setItems(reference("DerivedEnd"));
        answer.addProperty(
                "ends",
                ends.description("memberships that are over by what is recorded, though nobody said so of them"));
        Schema<Object> dryRun = CommandSchemas.ofType("boolean");
        answer.addProperty("dryRun", dryRun.description("true in answers to dry runs, and only there"));
        Schema<Object> events = CommandSchemas.ofType("array");
        events.setItems(reference("RehearsedEvent"));
        answer.addProperty("events", events);
        Schema<Object> twice = CommandSchemas.ofType("object");
        twice.addProperty("seminar", CommandSchemas.ofType("string"));
        Schema<Object> enrollments = CommandSchemas.ofType("array");
        enrollments.setItems(CommandSchemas.ofType("string"));
        twice.addProperty("enrollments", enrollments);
        Schema<Object> enrolledTwice = CommandSchemas.ofType("array");
        enrolledTwice.setItems(twice);
        answer.addProperty(
                "enrolledTwice",
                enrolledTwice.description(
                        "in answers to dry runs of merges: seminars in which both records are enrolled,"
                                + " where the person counts once"));
        return answer;
    }

    private static Schema<Object> derivedEnd() {
        Schema<Object> end = CommandSchemas.ofType("object");
        end.addProperty("membershipId", CommandSchemas.ofType("string"));
        end.addProperty("state", CommandSchemas.ofType("string"));
        end.addProperty("kind", CommandSchemas.ofType("string"));
        end.addProperty("since", CommandSchemas.ofType("string").description("when it began, a historical date"));
        end.addProperty("until", CommandSchemas.ofType("string").description("the first day that it no longer holds"));
        return end;
    }

    private static Schema<Object> rehearsedEvent() {
        Schema<Object> event = CommandSchemas.ofType("object");
        event.addProperty("type", CommandSchemas.ofType("string"));
        event.addProperty("entity", CommandSchemas.ofType("string"));
        event.addProperty("payload", CommandSchemas.ofType("object"));
        return event;
    }

    private static Schema<Object> reference(String name) {
        Schema<Object> reference = new Schema<>();
        reference.set$ref("#/components/schemas/" + name);
        return reference;
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(reference("Problem"))));
    }
}

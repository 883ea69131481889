package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the commands in the OpenAPI document, where their controllers say only which command they take. */
@Configuration(proxyBeanMethods = false)
class CommandDocumentation {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";
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
    OpenApiCustomizer registryDescription() {
        return api -> {
            api.setInfo(
                    new Info().title("Prevention Network Registry").version("1").description(DESCRIPTION));
            describeProblem(api);
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
        operation.addParametersItem(new QueryParameter()
                .name(CommandRequestResolver.DRY_RUN)
                .description("true decides as always, records nothing, and answers what would be recorded")
                .schema(CommandSchemas.ofType("boolean")));
        Content body = new Content()
                .addMediaType(
                        JSON,
                        new MediaType()
                                .schema(CommandSchemas.body(command, variables, makes == null ? null : makes.value()))
                                .example(CommandExamples.body(command, variables)));
        operation.setOperationId(operationId(method));
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
        RequestMapping mapping = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
        Set<String> names = new LinkedHashSet<>();
        for (String path : mapping.path()) {
            Matcher matcher = VARIABLE.matcher(path);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private static ApiResponses responses(boolean creates) {
        ApiResponses responses = new ApiResponses();
        if (creates) {
            responses.addApiResponse("201", answer("It was created; Location says where it is"));
        }
        responses.addApiResponse("200", answer("It is recorded, now or since earlier: see outcome"));
        responses.addApiResponse("400", problem("Something is malformed; errors says what and where, all at once"));
        responses.addApiResponse("404", problem("The address names something that is not recorded"));
        responses.addApiResponse("409", problem("Refused; code says why, facts what stands against it"));
        responses.addApiResponse("412", problem("The version in If-Match is not the current one"));
        return responses;
    }

    private static ApiResponse answer(String description) {
        Schema<Object> answer = CommandSchemas.ofType("object");
        answer.addProperty("factId", CommandSchemas.ofType("string"));
        answer.addProperty("version", CommandSchemas.ofType("integer"));
        Schema<Object> outcome = CommandSchemas.ofType("string");
        List.of("CREATED", "RECORDED", "SOURCE_ADDED", "UNCHANGED").forEach(outcome::addEnumItemObject);
        answer.addProperty("outcome", outcome);
        answer.addProperty(
                "hint",
                CommandSchemas.ofType("string")
                        .description("what whoever recorded it should know, where there is something"));
        Schema<Object> dryRun = CommandSchemas.ofType("boolean");
        answer.addProperty("dryRun", dryRun.description("true in answers to dry runs, and only there"));
        answer.addProperty("events", rehearsedEvents());
        return new ApiResponse()
                .description(description)
                .addHeaderObject("ETag", new Header().schema(CommandSchemas.ofType("string")))
                .content(new Content().addMediaType(JSON, new MediaType().schema(answer)));
    }

    private static Schema<Object> rehearsedEvents() {
        Schema<Object> event = CommandSchemas.ofType("object");
        event.addProperty("type", CommandSchemas.ofType("string"));
        event.addProperty("entity", CommandSchemas.ofType("string"));
        event.addProperty("payload", CommandSchemas.ofType("object"));
        Schema<Object> events = CommandSchemas.ofType("array");
        events.setItems(event);
        return events.description("What a dry run found would be recorded, without personal data");
    }

    private static ApiResponse problem(String description) {
        Schema<Object> reference = new Schema<>();
        reference.set$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(reference)));
    }

    private static void describeProblem(OpenAPI api) {
        Schema<Object> error = CommandSchemas.ofType("object");
        List.of("pointer", "code", "detail").forEach(name -> error.addProperty(name, CommandSchemas.ofType("string")));
        Schema<Object> errors = CommandSchemas.ofType("array");
        errors.setItems(error);
        Schema<Object> facts = CommandSchemas.ofType("array");
        facts.setItems(CommandSchemas.ofType("string"));
        Schema<Object> problem = CommandSchemas.ofType("object");
        problem.description("A problem document (RFC 9457)");
        List.of("type", "title", "code", "detail", "correlationId")
                .forEach(name -> problem.addProperty(name, CommandSchemas.ofType("string")));
        problem.addProperty("status", CommandSchemas.ofType("integer"));
        problem.addProperty("errors", errors);
        problem.addProperty("facts", facts);
        api.schema("Problem", problem);
    }
}

package org.preventionnetwork.registry.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.requests.DeclaredParameter;
import org.preventionnetwork.registry.access.requests.ReadsParameters;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.reading.Envelope;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.preventionnetwork.registry.command.rehearsal.DryRuns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the command that a controller's {@link CommandRequest} parameter names; path variables are its fields. */
@Component
class CommandRequestResolver implements ReadsParameters {
    static final String DRY_RUN = "dryRun";

    private final CommandReader reader;
    private final Commands commands;
    private final DryRuns dryRuns;
    private final CurrentCaller callers;
    private final ObjectProvider<Foresight> foresight;

    CommandRequestResolver(
            CommandReader reader,
            Commands commands,
            DryRuns dryRuns,
            CurrentCaller callers,
            ObjectProvider<Foresight> foresight) {
        this.reader = reader;
        this.commands = commands;
        this.dryRuns = dryRuns;
        this.callers = callers;
        this.foresight = foresight;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public List<DeclaredParameter> parametersOf(MethodParameter argument) {
        return List.of(new DeclaredParameter(
                "Command",
                DRY_RUN,
                "boolean",
                null,
                "true decides as always, records nothing, and answers what would be recorded",
                null,
                List.of(),
                null,
                null));
    }

    @Override
    public boolean readsBody(MethodParameter argument) {
        return true;
    }

    /** The command of a controller's method. */
    static Class<? extends RegistryCommand> commandOf(MethodParameter parameter) {
        return parameter.nested().getNestedParameterType().asSubclass(RegistryCommand.class);
    }

    @Override
    public CommandRequest<?> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Caller caller = callers.of(request);
        Long expectedVersion = IfMatch.version(request.getHeader(HttpHeaders.IF_MATCH));
        boolean dryRun = isDryRun(request);
        ObjectNode body = JsonBody.of(request);
        makeId(parameter, body);
        RegistryCommand command = reader.read(commandOf(parameter), body, pathVariables(request));
        Envelope envelope = Envelope.of(body);
        Provenance provenance = new Provenance(
                caller.name(),
                caller.recordingRole().name(),
                envelope.source(),
                envelope.note(),
                envelope.reason(),
                null);
        return new CommandRequest<>(
                command,
                provenance,
                expectedVersion,
                caller.scopes(),
                commands,
                dryRun ? dryRuns : null,
                dryRun ? foresight.getIfAvailable() : null);
    }

    /** Whoever misspells it must not find out from what was recorded. */
    private static boolean isDryRun(HttpServletRequest request) {
        String[] values = request.getParameterValues(DRY_RUN);
        if (values == null) {
            return false;
        }
        if (values.length != 1 || !values[0].equals("true") && !values[0].equals("false")) {
            throw new MalformedRequest("dryRun is true or false");
        }
        return values[0].equals("true");
    }

    private static void makeId(MethodParameter parameter, ObjectNode body) {
        MakesId makes = parameter.getParameterAnnotation(MakesId.class);
        if (makes != null) {
            JsonNode named = body.get(makes.value());
            if (named == null || named.isNull()) {
                body.put(makes.value(), RandomId.next());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> pathVariables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}

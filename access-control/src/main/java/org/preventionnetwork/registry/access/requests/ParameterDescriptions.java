package org.preventionnetwork.registry.access.requests;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.description.ApiPart;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What endpoints declare that they read, the OpenAPI document shows; what many of them read it has once. */
@Configuration(proxyBeanMethods = false)
class ParameterDescriptions {
    /** Where a parameter belongs to, until it is known which ones there are. */
    private static final String OWNER = "x-owner";

    private static final String REFERENCE = "#/components/parameters/";

    /** Arguments with resolvers of their own are no parameters, whatever their fields look like. */
    @Bean
    SmartInitializingSingleton argumentsThatAreNoParameters(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            Declarations declarations) {
        return () -> mappings.forEach(mapping -> mapping.getHandlerMethods().values().stream()
                .map(HandlerMethod::getMethodParameters)
                .flatMap(Arrays::stream)
                .filter(declarations::isRead)
                .map(MethodParameter::getParameterType)
                .distinct()
                .forEach(type -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(type)));
    }

    @Bean
    OperationCustomizer declaredParameters(Declarations declarations) {
        return (operation, endpoint) -> {
            for (DeclaredParameter declared : declarations.described(endpoint)) {
                if (!isShown(operation, declared.name())) {
                    operation.addParametersItem(described(declared));
                }
            }
            return operation;
        };
    }

    private static boolean isShown(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    static Parameter described(DeclaredParameter declared) {
        Schema<Object> schema = schema(declared.type());
        schema.setFormat(declared.format());
        declared.allowed().forEach(schema::addEnumItemObject);
        boolean isText = declared.type().equals("string");
        if (isText) {
            if (declared.maximum() != null) {
                int longest = declared.maximum().intValue();
                schema.setMaxLength(longest);
            }
        } else {
            schema.setMinimum(number(declared.minimum()));
            schema.setMaximum(number(declared.maximum()));
        }
        Parameter parameter = new QueryParameter()
                .name(declared.name())
                .description(declared.description())
                .schema(schema);
        if (declared.example() != null) {
            parameter.setExample(example(declared.type(), declared.example()));
        }
        if (declared.owner() != null) {
            parameter.addExtension(OWNER, declared.owner());
        }
        return parameter;
    }

    /** As it stands in a document: neither a number nor a boolean is a text there. */
    private static Object example(String type, String said) {
        return switch (type) {
            case "integer" -> Long.valueOf(said);
            case "boolean" -> {
                if (!said.equals("true") && !said.equals("false")) {
                    throw new IllegalArgumentException("no example of a boolean: " + said);
                }
                yield Boolean.valueOf(said);
            }
            default -> said;
        };
    }

    private static @Nullable BigDecimal number(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** Both spellings: {@code type} is OpenAPI 3.0's, {@code types} 3.1's. */
    private static Schema<Object> schema(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setType(type);
        schema.addType(type);
        return schema;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApiPart sharedParameters() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation.setParameters(shared(operation.getParameters(), api)));
    }

    /** @throws IllegalStateException when two owners of one name describe a parameter each in its own way */
    static List<Parameter> shared(List<Parameter> parameters, OpenAPI api) {
        List<Parameter> shared = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Object owner = parameter.getExtensions() == null
                    ? null
                    : parameter.getExtensions().get(OWNER);
            if (owner == null) {
                shared.add(parameter);
            } else {
                String name = owner + "." + parameter.getName();
                parameter.getExtensions().remove(OWNER);
                if (api.getComponents() == null) {
                    api.setComponents(new Components());
                }
                Map<String, Parameter> known = api.getComponents().getParameters();
                Parameter before = known == null ? null : known.get(name);
                if (before != null && !before.equals(parameter)) {
                    throw new IllegalStateException("two parameters would be described as " + name
                            + ": give one of the questions that declare them another name");
                }
                api.getComponents().addParameters(name, parameter);
                shared.add(new Parameter().$ref(REFERENCE + name));
            }
        }
        // Those who describe an operation come in no order of their own.
        shared.sort(Comparator.comparingInt(ParameterDescriptions::place));
        return shared;
    }

    /** What the address is made of, what is asked, what is said beside. */
    private static int place(Parameter parameter) {
        if ("path".equals(parameter.getIn())) {
            return 0;
        }
        return "header".equals(parameter.getIn()) ? 2 : 1;
    }
}

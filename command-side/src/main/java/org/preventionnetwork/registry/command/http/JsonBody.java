package org.preventionnetwork.registry.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.reading.FieldError;
import org.preventionnetwork.registry.command.reading.InvalidCommand;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a request as one JSON object in UTF-8, strictly; no body at all is an empty object. */
public final class JsonBody {
    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * @throws MalformedRequest when it is not such an object
     * @throws BodyTooLarge when it has more than {@value #MAX_BYTES} bytes
     */
    public static ObjectNode of(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw new BodyTooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BodyTooLarge();
        }
        if (bytes.length > 0 || request.getContentType() != null) {
            requireJson(request.getContentType());
        }
        return bytes.length == 0 ? MAPPER.createObjectNode() : parse(bytes);
    }

    /**
     * A body that has no fields but these.
     *
     * @throws InvalidCommand when it has others
     */
    public static ObjectNode of(HttpServletRequest request, String... fields)
            throws IOException, HttpMediaTypeNotSupportedException {
        ObjectNode body = of(request);
        List<String> known = List.of(fields);
        List<FieldError> unknown = body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError(
                        FieldError.child("", name), FieldError.Code.UNKNOWN_FIELD, FieldError.unknown(name, known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidCommand(unknown);
        }
        return body;
    }

    static ObjectNode parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (CharacterCodingException e) {
            throw new MalformedRequest("the body is not UTF-8");
        } catch (StreamConstraintsException e) {
            throw new MalformedRequest(
                    "the body is nested deeper than " + MAX_DEPTH + " levels, or has an endless name or number");
        } catch (JacksonException e) {
            throw new MalformedRequest(describe(e));
        }
        throw new MalformedRequest("the body is one JSON object: {\"name\": …}");
    }

    private static String describe(JacksonException e) {
        boolean twice = e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate");
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return (twice ? "a field is named twice" : "the body is no JSON, or not only one object") + where;
    }

    private static void requireJson(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        List<MediaType> accepted = List.of(MediaType.APPLICATION_JSON);
        MediaType type;
        try {
            type = contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, accepted);
        }
        boolean json = type != null
                && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
        if (!json) {
            throw new HttpMediaTypeNotSupportedException(type, accepted);
        }
    }
}

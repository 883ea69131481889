package org.preventionnetwork.registry.query.web;

import com.ibm.icu.util.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A map of the world on which some states are filled; the outlines are Natural Earth's. */
@Component
public final class WorldMap {
    private static final String OUTLINES = "world-110m.geo.json";
    private static final int ANTARCTICA = 10;
    /** Points nearer to the last one than this, in tenths of a pixel, are left out. */
    private static final int DETAIL = 12;

    private final String land;
    private final Map<String, String> outlines = new TreeMap<>();

    WorldMap() {
        StringBuilder all = new StringBuilder();
        for (JsonNode country : read().get("features")) {
            int number = country.path("id").asInt(0);
            if (number != ANTARCTICA) {
                String outline = outline(country.get("geometry"));
                all.append(outline);
                String code =
                        code(number, country.path("properties").path("name").asString());
                if (code != null) {
                    outlines.put(code, outline);
                }
            }
        }
        this.land = all.toString();
    }

    /** @param certain false where it is left open whether the state belongs on the map */
    public record Marked(String code, boolean certain, String address) {}

    /** @param outline as an SVG path, null for a state that is too small for this map */
    public record Shape(String code, boolean certain, String address, @Nullable String outline) {}

    /** @param small marked states without an outline */
    public record Drawing(int width, int height, String land, List<Shape> shapes, List<Shape> small) {}

    public Drawing draw(Collection<Marked> states) {
        List<Shape> shapes = new ArrayList<>();
        List<Shape> small = new ArrayList<>();
        for (Marked state : states) {
            String outline = outlines.get(state.code());
            Shape shape = new Shape(state.code(), state.certain(), state.address(), outline);
            (outline == null ? small : shapes).add(shape);
        }
        return new Drawing(EqualEarth.WIDTH, EqualEarth.HEIGHT, land, shapes, small);
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(WorldMap.class.getResourceAsStream(OUTLINES), OUTLINES)) {
            return RegistryJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(OUTLINES, e);
        }
    }

    /** Natural Earth gives Kosovo no number; ISO gives it no code. */
    private static @Nullable String code(int number, String name) {
        if (number == 0) {
            return name.equals("Kosovo") ? "XK" : null;
        }
        return Region.getInstance(number).toString();
    }

    private static String outline(JsonNode geometry) {
        StringBuilder path = new StringBuilder();
        JsonNode coordinates = geometry.get("coordinates");
        if (geometry.get("type").asString().equals("Polygon")) {
            coordinates.forEach(ring -> append(ring, path));
        } else {
            coordinates.forEach(polygon -> polygon.forEach(ring -> append(ring, path)));
        }
        return path.toString();
    }

    /** Islands that are no more than a point at this size are left out. */
    private static void append(JsonNode ring, StringBuilder path) {
        int[] last = point(ring.get(0));
        String start = "M" + last[0] + "," + last[1] + "l";
        StringBuilder steps = new StringBuilder();
        int points = 0;
        for (int i = 1; i < ring.size(); i++) {
            int[] point = point(ring.get(i));
            int right = point[0] - last[0];
            int down = point[1] - last[1];
            if (Math.abs(right) + Math.abs(down) >= DETAIL) {
                steps.append(right).append(down < 0 ? "" : ",").append(down).append(' ');
                last = point;
                points++;
            }
        }
        if (points > 1) {
            path.append(start).append(steps).append('z');
        }
    }

    private static int[] point(JsonNode position) {
        return EqualEarth.point(position.get(0).asDouble(), position.get(1).asDouble());
    }
}

package org.preventionnetwork.registry.query.web;

/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018): areas are true to each other, so no continent looks larger
 * than it is.
 */
final class EqualEarth {
    static final int WIDTH = 9_600;
    /** From 84° north to 58° south: nobody lives beyond. */
    static final int HEIGHT = 4_080;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;
    private static final double NORTH = 84;
    private static final double HALF = x(Math.PI, 0);
    private static final double SCALE = WIDTH / (2 * HALF);
    private static final double TOP = y(parametric(Math.toRadians(NORTH)));

    private EqualEarth() {}

    /** Tenths of a pixel from the left and from the top. */
    static int[] point(double longitude, double latitude) {
        double theta = parametric(Math.toRadians(latitude));
        return new int[] {
            (int) Math.round((x(Math.toRadians(longitude), theta) + HALF) * SCALE),
            (int) Math.round((TOP - y(theta)) * SCALE)
        };
    }

    private static double parametric(double latitude) {
        return Math.asin(M * Math.sin(latitude));
    }

    private static double x(double longitude, double theta) {
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        return longitude * Math.cos(theta) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
    }

    private static double y(double theta) {
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    }
}

package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How long the application takes, as a process of its own, until its health answers. */
record StartFigures(Path home, Path programs, int rounds) {

    List<Figure> measure() throws IOException, InterruptedException {
        double cold = start();
        Samples warm = new Samples();
        for (int i = 0; i < rounds; i++) {
            warm.add(start());
        }
        return List.of(
                Figure.of("start with a new database, until healthy", Figure.number(cold) + " s"),
                Figure.of("start with an existing database, until healthy", Figure.number(warm.median()) + " s"));
    }

    private double start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ForkedRegistry registry = ForkedRegistry.start(home, programs)) {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}

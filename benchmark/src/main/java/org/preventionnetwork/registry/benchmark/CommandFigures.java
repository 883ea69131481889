package org.preventionnetwork.registry.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.command.dispatch.Commands;

/**
 * Commands through the whole command side, each one event in one transaction, beside one row inserted and committed. The
 * projections stand still, as if on a machine of their own, and once more keep up on this one.
 */
final class CommandFigures {
    static final Provenance CLERK =
            new Provenance("clerk", "SECRETARIAT", "Charter of the network, page 3", null, null, null);
    private static final int MANY = 16;

    private final RunningRegistry registry;
    private final Settings settings;
    private final Commands commands;
    private final AtomicLong ids = new AtomicLong();

    CommandFigures(RunningRegistry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
        this.commands = registry.commands();
    }

    private interface Work {
        Load.Operation thread(int number, int threads) throws Exception;
    }

    List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        WarmedNetworks warmed = new WarmedNetworks(commands, "warmed", settings.isQuick() ? 50 : 2_000);
        Work fresh = (number, threads) -> this::registerNetwork;
        try (RawEvents raw = new RawEvents(registry)) {
            registry.projections().stop();
            warmUp(fresh, warmed::thread, raw);
            for (int threads : new int[] {1, MANY}) {
                figures.add(compare("commands on new aggregates", threads, fresh, raw)
                        .withRatioOf(0.6));
                figures.add(compare("commands on existing aggregates", threads, warmed::thread, raw)
                        .withRatioOf(0.5));
            }
            registry.projections().start();
            registry.awaitProjections();
            figures.add(compare("commands on new aggregates, projections at work", MANY, fresh, raw));
            figures.add(compare("commands on existing aggregates, projections at work", MANY, warmed::thread, raw));
            registry.awaitProjections();
        }
        return figures;
    }

    private void warmUp(Work fresh, Work existing, RawEvents raw) throws Exception {
        for (int threads : new int[] {MANY, 1}) {
            Load.perSecond(threads, settings.round(), n -> fresh.thread(n, threads));
            Load.perSecond(threads, settings.round(), n -> existing.thread(n, threads));
            Load.perSecond(threads, settings.round(), raw::thread);
        }
    }

    private Figure compare(String what, int threads, Work work, RawEvents raw) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int round = 0; round < settings.rounds(); round++) {
            theirs.add(Load.perSecond(threads, settings.round(), raw::thread));
            ours.add(Load.perSecond(threads, settings.round(), n -> work.thread(n, threads)));
        }
        return Figure.rates(
                what + ", " + threads + (threads == 1 ? " thread" : " threads"), ours.median(), theirs.median(), "/s");
    }

    private void registerNetwork() {
        registerNetwork(commands, "fresh-" + ids.incrementAndGet());
    }

    static void registerNetwork(Commands commands, String id) {
        commands.send(
                new RegisterNetwork(
                        new NetworkId(id),
                        new FactId(id),
                        "Regional Network " + id,
                        NetworkKind.REGIONAL,
                        null,
                        null,
                        null),
                CLERK);
    }
}

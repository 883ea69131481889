package org.preventionnetwork.registry.access.web;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The places for requests whose bodies have not come yet: each holds a thread, so there are few. Whoever comes when all
 * are taken gets one nevertheless, unless none can be given up: the sender with the most places loses the oldest of
 * them. So somebody who sends slowly on purpose only ever loses places of their own, or takes those of others who send
 * as slowly. Safe for any number of threads.
 */
final class WaitingRoom {
    private final int places;
    private final Set<Place> taken = new LinkedHashSet<>();
    private long next;

    WaitingRoom(int places) {
        this.places = places;
    }

    /** One request's place; to be left. */
    final class Place implements AutoCloseable {
        private final String sender;
        private final long number;
        private boolean fixed;
        private final CountDownLatch givenUp = new CountDownLatch(1);

        private Place(String sender, long number) {
            this.sender = sender;
            this.number = number;
        }

        /** @return whether somebody else has it by now, or gets it within this time */
        boolean await(long millis) throws InterruptedException {
            return givenUp.await(millis, TimeUnit.MILLISECONDS);
        }

        /**
         * From here on nobody can have it: what is done now cannot be ended.
         *
         * @return false when somebody has it already
         */
        boolean hold() {
            return fix(this);
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    synchronized Place take(String sender) {
        if (taken.size() >= places) {
            Map<String, Long> held =
                    taken.stream().collect(Collectors.groupingBy(place -> place.sender, Collectors.counting()));
            taken.stream()
                    .filter(place -> !place.fixed)
                    .min(Comparator.<Place>comparingLong(place -> -held.getOrDefault(place.sender, 0L))
                            .thenComparingLong(place -> place.number))
                    .ifPresent(oldest -> {
                        oldest.givenUp.countDown();
                        taken.remove(oldest);
                    });
        }
        Place place = new Place(sender, next++);
        if (taken.size() < places) {
            taken.add(place);
        } else {
            place.givenUp.countDown();
        }
        return place;
    }

    private synchronized boolean fix(Place place) {
        place.fixed = taken.contains(place);
        return place.fixed;
    }

    private synchronized void leave(Place place) {
        taken.remove(place);
    }
}

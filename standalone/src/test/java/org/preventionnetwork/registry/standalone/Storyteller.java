package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.preventionnetwork.registry.standalone.Client.Reply;

/**
 * A client that tells the registry one small story after the other, under ids of its own choosing, and goes on only when
 * the last sentence was acknowledged. What was not, it tells again.
 */
final class Storyteller {
    /** What one whole story leaves: events of its programme, events of its network, members now and in 2014. */
    static final int PROGRAMME_EVENTS = 2;

    static final int NETWORK_EVENTS = 5;
    static final int MEMBERS = 1;
    static final int MEMBERS_IN_2014 = 2;

    private final String name;
    private final List<String> told = new ArrayList<>();
    private final List<String> factIds = new ArrayList<>();
    private final LongAdder acknowledged;
    private int number;
    private int sentence;
    private volatile boolean stopped;

    /**
     * @param name begins the ids of all its stories
     * @param acknowledged counts the sentences that were
     */
    Storyteller(String name, LongAdder acknowledged) {
        this.name = name;
        this.acknowledged = acknowledged;
    }

    /** Until it is stopped, or nobody listens any more. */
    void tell(Client registry) {
        while (!stopped) {
            try {
                if (!tellOn(registry)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (UncheckedIOException nobodyListens) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void stop() {
        stopped = true;
    }

    /** Ends the story that was broken off, if only before its first acknowledgement; then tells it all once more. */
    void finish(Client registry) {
        do {
            assertThat(tellOn(registry)).isTrue();
        } while (sentence > 0);
        sentences(told.get(told.size() - 1)).forEach(each -> each.send(registry).expect(200));
    }

    /** The ids of the stories that were told to their end. */
    List<String> told() {
        return told;
    }

    /** The facts whose recording was acknowledged. */
    List<String> factIds() {
        return factIds;
    }

    /** @return whether it was acknowledged */
    private boolean tellOn(Client registry) {
        String story = name + "-" + number;
        List<Sentence> sentences = sentences(story);
        Reply reply = sentences.get(sentence).send(registry);
        if (reply.status() >= 500) {
            return false;
        }
        assertThat(reply.status())
                .as("%s: %s", sentences.get(sentence), reply.body())
                .isIn(200, 201);
        factIds.add(reply.text("factId"));
        acknowledged.increment();
        sentence++;
        if (sentence == sentences.size()) {
            told.add(story);
            number++;
            sentence = 0;
        }
        return true;
    }

    private record Sentence(String method, String path, String json) {

        Reply send(Client registry) {
            return method.equals("PUT") ? registry.put(path, json) : registry.post(path, json);
        }
    }

    private static List<Sentence> sentences(String story) {
        String programme = "/api/programmes/" + story;
        String network = "/api/networks/" + story;
        String argentina = network + "/memberships/" + story + "-ar";
        String bolivia = network + "/memberships/" + story + "-bo";
        return List.of(
                new Sentence("PUT", programme, "{'name': 'Programme " + story + "', 'establishedOn': '2012'}"),
                new Sentence(
                        "PUT",
                        network,
                        "{'name': 'Network " + story + "', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}"),
                new Sentence("PUT", argentina, "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012-03-29'}"),
                new Sentence("PUT", bolivia, "{'state': 'BO', 'kind': 'MEMBER', 'from': '2012-03-29'}"),
                new Sentence("POST", bolivia + "/withdraw", "{'on': '2015'}"),
                new Sentence("POST", programme + "/rename", "{'name': 'Renamed " + story + "', 'from': '2016'}"));
    }
}

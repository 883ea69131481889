package org.preventionnetwork.registry.standalone;

import org.preventionnetwork.registry.standalone.Client.Reply;

/** Officials that are there to be erased: with a name and an e-mail that are found where anything of them is left. */
final class Erasures {
    private Erasures() {}

    static void register(Client client, String id, String name) {
        client.put("/api/officials/" + id, "{'fullName': '" + name + "', 'state': 'AR', 'from': '2010'}")
                .expect(201);
        client.post(
                        "/api/officials/" + id + "/change-contact",
                        "{'email': '" + id + ".unique@example.org', 'from': '2012'}")
                .expect(200);
    }

    static Reply erase(Client client, String id) {
        return client.post("/api/officials/" + id + "/erase", "{'reason': 'asked for it'}");
    }
}

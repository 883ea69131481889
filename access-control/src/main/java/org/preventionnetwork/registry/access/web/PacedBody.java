package org.preventionnetwork.registry.access.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.web.WaitingRooms.Kind;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A request's body, read no slower than is bearable: only the time that is spent waiting for its sender counts. Stands
 * below whatever reads it, be it JSON, a form or a file, and does not wait inside a read, so that it can be ended.
 */
final class PacedBody implements InputBuffer {
    private static final long LONGEST_PAUSE_MILLIS = 20;
    private static final int NOT_WAITED_FOR = Integer.MIN_VALUE;
    private static final AccessProblem TOO_SLOW =
            AccessProblem.of(408, "TOO_SLOW", "the body came too slowly; send it again over a faster connection");
    private static final AccessProblem BUSY =
            AccessProblem.of(503, "BUSY", "too many are sending slowly at once; send it again in a moment");

    private final Request request;
    private final InputBuffer body;
    private final WaitingRooms rooms;
    private final String address;
    private final boolean chunked;
    private long waited;
    private long received;
    private boolean answered;
    private @Nullable AccessProblem refusal;

    PacedBody(Request request, WaitingRooms rooms, String address, boolean chunked) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.rooms = rooms;
        this.address = address;
        this.chunked = chunked;
    }

    InputBuffer unpaced() {
        return body;
    }

    /** What is to be said of it; null as long as it comes fast enough. */
    @Nullable
    AccessProblem refusal() {
        return refusal;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = readWhenThere(handler);
        if (read == NOT_WAITED_FOR) {
            throw new NotWaitedFor();
        }
        received += Math.max(read, 0);
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }

    /**
     * Reads on after the answer, so that who is still sending gets it.
     *
     * @return whether it came to its end
     */
    boolean readOn() throws IOException {
        answered = true;
        waited = 0;
        Discarding nowhere = new Discarding();
        try {
            while (!isRead()) {
                if (readWhenThere(nowhere) < 0) {
                    return isRead();
                }
                received += nowhere.size();
            }
            return true;
        } catch (GivenUp nothingMoreComes) {
            return false;
        }
    }

    /** Tomcat could make nothing of the request, and has nothing more to read. */
    private static final class GivenUp extends IOException {
        private static final long serialVersionUID = 1L;

        private GivenUp(IllegalArgumentException cause) {
            super("the request cannot be read", cause);
        }
    }

    private int readWhenThere(ApplicationBufferHandler handler) throws IOException {
        if (!chunked && isThere()) {
            return body.doRead(handler);
        }
        long began = System.nanoTime();
        long before = waited;
        Kind kind = kind();
        try (WaitingRoom.Place place = rooms.of(kind, chunked).take(sender())) {
            for (long pause = 1; !isThere(); pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
                waited = before + System.nanoTime() - began;
                if (rooms.isTooSlow(kind, waited, received)) {
                    refusal = TOO_SLOW;
                    return NOT_WAITED_FOR;
                }
                if (place.await(pause)) {
                    refusal = BUSY;
                    return NOT_WAITED_FOR;
                }
            }
            // A chunk's head is waited for inside the read, byte by byte.
            if (chunked && !place.hold()) {
                refusal = BUSY;
                return NOT_WAITED_FOR;
            }
            int read = body.doRead(handler);
            waited = before + System.nanoTime() - began;
            return read;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the registry is stopping", stopping);
        }
    }

    /** Looks at what has come without waiting for it. */
    private boolean isThere() throws GivenUp {
        if (isRead()) {
            return true;
        }
        try {
            request.action(ActionCode.AVAILABLE, true);
        } catch (IllegalArgumentException e) {
            throw new GivenUp(e);
        }
        return request.getAvailable() > 0;
    }

    private boolean isRead() {
        AtomicBoolean read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private Kind kind() {
        return answered ? Kind.ANSWERED : caller() == null ? Kind.STRANGER : Kind.ACCOUNT;
    }

    private String sender() {
        String caller = answered ? null : caller();
        return caller == null ? address : caller;
    }

    private static @Nullable String caller() {
        return AuthenticatedCaller.of(SecurityContextHolder.getContext().getAuthentication())
                .map(caller -> "account " + caller.name())
                .orElse(null);
    }
}

package org.preventionnetwork.registry.access.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Stands before everything else that a request comes to, and sees to it that no sender takes all threads: a body that
 * comes slowly waits in one of a few {@link WaitingRooms places}, before a login and after it; when all threads but a few
 * are busy the next request is told so at once; and health has threads of its own.
 */
final class BoundedRequests extends ValveBase {
    static final String HEALTH = "/actuator/health";
    private static final int FOR_HEALTH = 8;
    /** To wait a moment for the others, or to say that they are busy. */
    private static final int FOR_REFUSALS = 24;

    private static final long A_MOMENT_MILLIS = 100;

    private static final List<String> HOSTS =
            List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix");
    private static final String SOMEWHERE = "localhost";

    private final WaitingRooms rooms;
    private final Semaphore ordinary;
    private final Semaphore health;

    /** @param threads of the server */
    BoundedRequests(int threads) {
        super(true);
        rooms = new WaitingRooms(threads);
        // Of few threads, a quarter at most is kept for these.
        ordinary = new Semaphore(Math.max(1, threads - Math.min(FOR_HEALTH + FOR_REFUSALS, threads / 4)));
        health = new Semaphore(Math.max(1, Math.min(FOR_HEALTH, threads / 8)));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        forgetHost(request);
        boolean paced;
        try {
            paced = hasBody(request);
        } catch (IllegalArgumentException noLength) {
            refuse(
                    request,
                    response,
                    AccessProblem.of(400, "MALFORMED", "the body's length is said twice, or is no number"));
            return;
        }
        Semaphore threads = HEALTH.equals(request.getRequestURI()) && !paced ? health : ordinary;
        if (!acquired(threads)) {
            refuse(
                    request,
                    response,
                    AccessProblem.of(503, "BUSY", "too much is asked at once; ask again in a moment"));
            return;
        }
        try {
            if (paced) {
                invokePaced(request, response);
            } else {
                getNext().invoke(request, response);
            }
        } finally {
            threads.release();
        }
    }

    private static boolean acquired(Semaphore threads) {
        try {
            return threads.tryAcquire(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void invokePaced(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        boolean chunked = coyote.getContentLengthLong() < 0;
        PacedBody body = new PacedBody(coyote, rooms, "address " + request.getRemoteAddr(), chunked);
        coyote.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            AccessProblem refusal = body.refusal();
            if (refusal != null) {
                refuse(request, response, refusal);
            } else if (!request.isAsync()) {
                response.finishResponse();
                if (!body.readOn()) {
                    letGo(request);
                }
            }
        } finally {
            coyote.setInputBuffer(body.unpaced());
        }
    }

    /** What is left of the body is not read: the connection ends with the answer. */
    private static void refuse(Request request, Response response, AccessProblem problem) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(HttpHeaders.CONNECTION, "close");
            if (problem.status() == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            problem.write(response);
            response.finishResponse();
        }
        letGo(request);
    }

    private static void letGo(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /**
     * What a request says of its host gets into links and redirects, and with a cache between to other people. Only the
     * login at a provider has to name the registry; there, its public address can be configured.
     */
    private static void forgetHost(Request request) {
        // Of what proxies say, only X-Forwarded-For and -Proto are ever listened to; libraries listen to these too.
        HOSTS.forEach(request.getCoyoteRequest().getMimeHeaders()::removeHeader);
        String address = request.getRequestURI();
        if (address != null && !address.startsWith("/oauth2/") && !address.startsWith("/login/oauth2/")) {
            request.getCoyoteRequest().serverName().setString(SOMEWHERE);
        }
    }
}

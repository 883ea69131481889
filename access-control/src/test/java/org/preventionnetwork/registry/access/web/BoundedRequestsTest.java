package org.preventionnetwork.registry.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What stands before everything else, on a real Tomcat of few threads, with nothing behind it. */
class BoundedRequestsTest {
    private static final int THREADS = 16;
    /** All but those that are kept for health and for refusals. */
    private static final int ORDINARY = 12;

    private static final Semaphore HELD = new Semaphore(0);
    private static volatile CountDownLatch release = new CountDownLatch(1);
    private static WebServer server;

    private final List<Socket> open = new ArrayList<>();

    /** Tells how much it has read. */
    private static final class Counting extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            long read;
            try {
                read = request.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (NotWaitedFor taken) {
                // As Spring MVC, which answers what the valve replaces.
                response.setStatus(500);
                return;
            }
            byte[] said = (request.getMethod() + " " + read).getBytes(StandardCharsets.US_ASCII);
            response.setContentLength(said.length);
            response.getOutputStream().write(said);
        }
    }

    /** Answers without reading what is sent. */
    private static final class Refusing413 extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(413);
            response.setContentLength(0);
        }
    }

    /** Answers when it may. */
    private static final class Holding extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HELD.release();
            try {
                release.await();
            } catch (InterruptedException stopping) {
                throw new IOException(stopping);
            }
            response.setContentLength(0);
        }
    }

    @BeforeAll
    static void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        TomcatServerProperties tomcat = new TomcatServerProperties();
        tomcat.getThreads().setMax(THREADS);
        new BoundedRequestsConfiguration(tomcat).customize(factory);
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxThreads(THREADS);
            }
            connector.setProperty("maxSwallowSize", "-1");
        });
        server = factory.getWebServer(context -> {
            context.addServlet("counting", new Counting()).addMapping("/count", BoundedRequests.HEALTH);
            context.addServlet("refusing", new Refusing413()).addMapping("/refuse");
            context.addServlet("holding", new Holding()).addMapping("/hold");
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    /** Whatever was done: nothing is left of it, and all threads serve again. */
    @AfterEach
    void everybody_is_answered_as_before() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        for (int i = 0; i < 2 * THREADS; i++) {
            assertThat(answer(send(
                            "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc")))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("POST 3");
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        open.add(socket);
        socket.setSoTimeout(120_000);
        add(socket, text);
        return socket;
    }

    private static void add(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** All until the other side ends the connection. */
    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (java.net.SocketException reset) {
            // What had come before counts.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Until this was said. */
    private static String until(Socket socket, String end) throws IOException {
        StringBuilder said = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!said.toString().endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended after: " + said);
            }
            said.append((char) next);
        }
        return said.toString();
    }

    private static String head(String more) {
        return "POST /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n";
    }

    @Test
    void a_body_that_comes_in_pieces_is_read_whole() throws IOException {
        Socket sized = send(head("Content-Length: 10\r\n") + "abc");
        Socket chunked = send(head("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n");
        add(sized, "defg");
        add(chunked, "4\r\ndefg\r\n");
        add(sized, "hij");
        add(chunked, "0\r\n\r\n");
        assertThat(answer(sized)).startsWith("HTTP/1.1 200").endsWith("POST 10");
        assertThat(answer(chunked)).startsWith("HTTP/1.1 200").endsWith("POST 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: abc\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: 3, 3\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n",
                "Content-Length: 3\r\nContent-Length: 3\r\n"
            })
    void a_length_that_is_none_is_refused_and_ends_the_connection(String length) throws IOException {
        String answers = answer(send("POST /count HTTP/1.1\r\nHost: x\r\n" + length + "\r\nabc"
                + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"));
        assertThat(answers).startsWith("HTTP/1.1 400");
        assertThat(answers.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nabc\r\n", "-1\r\nabc\r\n", "ffffffffffffffffff\r\nabc", "3\r\nabcdef\r\n0\r\n\r\n"})
    void chunks_that_are_none_are_refused_and_end_the_connection(String chunks) throws IOException {
        String answers = answer(send("POST /count HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
                + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"));
        assertThat(answers).doesNotContain("HTTP/1.1 200", "HTTP/1.1 404");
    }

    @Test
    void requests_that_are_sent_ahead_are_answered_one_after_the_other() throws IOException {
        String answers = answer(send("GET /count HTTP/1.1\r\nHost: x\r\n\r\n"
                + "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde"
                + "POST /count HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
                + "HEAD /count HTTP/1.1\r\nHost: x\r\n\r\n"
                + "GET /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        assertThat(answers).containsSubsequence("GET 0", "POST 5", "POST 2", "GET 0");
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(6);
    }

    @Test
    void who_asks_before_sending_is_told_to_go_on() throws IOException {
        Socket socket = send(head("Content-Length: 4\r\nExpect: 100-continue\r\n"));
        assertThat(until(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100");
        add(socket, "abcd");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("POST 4");
    }

    @Test
    void a_question_for_the_head_alone_gets_no_body_even_with_one() throws IOException {
        Socket socket = send("HEAD /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @Test
    void who_is_refused_while_sending_much_gets_the_answer() throws IOException {
        Socket socket =
                send("POST /refuse HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4000000\r\n\r\n");
        add(socket, "x".repeat(4_000_000));
        assertThat(answer(socket)).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n", "Transfer-Encoding: chunked\r\n"})
    void a_body_that_does_not_come_is_given_up_with_a_reason(String kind) throws IOException {
        String answer = answer(send(head(kind)));
        assertThat(answer).startsWith("HTTP/1.1 408").contains("TOO_SLOW");
    }

    @Test
    void senders_that_wait_make_room_for_each_other_and_for_who_does_not() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slow.add(send(head("Content-Length: 10\r\n") + "abc"));
        }
        assertThat(answer(send(head("Content-Length: 2\r\n") + "ab"))).endsWith("POST 2");
        List<String> answers = new ArrayList<>();
        for (Socket socket : slow) {
            answers.add(answer(socket));
        }
        assertThat(answers).allMatch(answer -> answer.contains("BUSY") || answer.contains("TOO_SLOW"));
        assertThat(answers.stream().filter(answer -> answer.contains("BUSY")))
                .as("lost their place")
                .isNotEmpty()
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 503").contains("Retry-After: 1"));
    }

    @Test
    void while_all_are_busy_the_next_is_told_so_and_health_is_answered() throws Exception {
        release = new CountDownLatch(1);
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < ORDINARY; i++) {
            held.add(send("GET /hold HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
        HELD.acquire(ORDINARY);
        try {
            for (String request : List.of(
                    "GET /count HTTP/1.1\r\nHost: x\r\n\r\n",
                    head("Content-Length: 2\r\n") + "ab",
                    head("Transfer-Encoding: chunked\r\n"),
                    "POST " + BoundedRequests.HEALTH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")) {
                assertThat(answer(send(request)))
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 1", "Connection: close", "BUSY");
            }
            assertThat(answer(send(
                            "GET " + BoundedRequests.HEALTH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                    .startsWith("HTTP/1.1 200");
        } finally {
            release.countDown();
        }
        for (Socket socket : held) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }
}

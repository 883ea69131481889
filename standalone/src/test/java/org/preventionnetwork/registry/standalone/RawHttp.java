package org.preventionnetwork.registry.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests byte by byte, since libraries tidy up what attackers do not; and from any address of this machine's own. */
record RawHttp(int port, String from) {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    /** @return the status and the whole answer behind it */
    Answer send(String requestLine, String... headers) {
        return sendBody(requestLine, "", headers);
    }

    Answer sendBody(String requestLine, String body, String... headers) {
        return sendTo("127.0.0.1", requestLine, body, headers);
    }

    /** @param host whom the request says that it asks */
    Answer sendTo(String host, String requestLine, String body, String... headers) {
        StringBuilder request = new StringBuilder(requestLine)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("Connection: close\r\n\r\n").append(body);
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = read(new BufferedInputStream(socket.getInputStream()), requestLine.startsWith("HEAD"));
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends just these bytes; the answer's status is 0 where there is none. */
    Answer sendBytes(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = text(socket.getInputStream().readAllBytes());
            boolean answered = answer.matches("(?s)HTTP/1.1 [0-9]{3}.*");
            return new Answer(answered ? Integer.parseInt(answer.substring(9, 12)) : 0, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the answer's end, which the server need not show by hanging up: it may still wait for a body. */
    private static String read(InputStream in, boolean headersOnly) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return answer.toString();
            }
            answer.append((char) next);
        }
        Matcher length = LENGTH.matcher(answer);
        if (headersOnly) {
            return answer.toString();
        }
        if (length.find()) {
            return answer.append(text(in.readNBytes(Integer.parseInt(length.group(1)))))
                    .toString();
        }
        boolean chunked = answer.toString().toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        while (!chunked || !endsWith(answer, "\r\n0\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static boolean endsWith(StringBuilder text, String end) {
        return text.length() >= end.length()
                && text.substring(text.length() - end.length()).equals(end);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Answer login(String account, String password) {
        String pair = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send("GET /api/me", "Authorization: Basic " + pair);
    }

    record Answer(int status, String text) {
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}

package org.preventionnetwork.registry.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections on each of which a request is begun, and goes on a byte now and then, for as long as this is open. */
final class SlowSenders implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread trickling;
    private volatile boolean open = true;

    /**
     * @param begin how each request begins
     * @param byteByByte what comes afterwards, over and over; empty for nothing
     */
    SlowSenders(int port, int many, String begin, String byteByByte) {
        try {
            for (int i = 0; i < many; i++) {
                Socket socket = new Socket(
                        InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.8." + (1 + i % 200)), 0);
                sockets.add(socket);
                socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        trickling = new Thread(() -> trickle(byteByByte), "slow-senders");
        trickling.start();
    }

    private void trickle(String bytes) {
        for (int i = 0; open && !bytes.isEmpty(); i++) {
            for (Socket socket : List.copyOf(sockets)) {
                try {
                    socket.getOutputStream().write(bytes.charAt(i % bytes.length()));
                } catch (IOException hungUp) {
                    sockets.remove(socket);
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            if (trickling != null) {
                trickling.interrupt();
                trickling.join();
            }
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

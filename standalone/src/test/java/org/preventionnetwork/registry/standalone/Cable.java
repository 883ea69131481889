package org.preventionnetwork.registry.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a node is connected to its database by: it can be pulled, and put in again. */
final class Cable implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket socket;
    private volatile boolean frozen;

    Cable(int target) throws IOException {
        this.target = target;
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        port = socket.getLocalPort();
        accept(socket);
    }

    int port() {
        return port;
    }

    private void accept(ServerSocket listening) {
        Thread thread = new Thread(
                () -> {
                    while (!listening.isClosed()) {
                        try {
                            Socket near = listening.accept();
                            ends.add(near);
                            Socket far = new Socket("127.0.0.1", target);
                            ends.add(far);
                            pass(near, far);
                            pass(far, near);
                        } catch (IOException pulled) {
                            // The next accept tells whether all of it is.
                        }
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private void pass(Socket from, Socket to) {
        Thread thread = new Thread(
                () -> {
                    try (from;
                            to;
                            InputStream in = from.getInputStream();
                            OutputStream out = to.getOutputStream()) {
                        byte[] bytes = new byte[8192];
                        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                            thaw();
                            out.write(bytes, 0, read);
                        }
                    } catch (IOException pulled) {
                        // Both ends are closed, and know.
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void thaw() {
        while (frozen) {
            try {
                wait();
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** Whoever is at the end is reached from now on and says nothing, as a process that is stopped. */
    void freeze() {
        frozen = true;
    }

    /** What was said meanwhile arrives. */
    synchronized void unfreeze() {
        frozen = false;
        notifyAll();
    }

    /** Nothing gets through from now on, and what was under way is lost. */
    void pull() {
        try {
            socket.close();
            for (Socket end : ends) {
                end.close();
            }
            ends.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void putIn() throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        accept(socket);
    }

    @Override
    public void close() {
        pull();
    }
}

package org.preventionnetwork.registry.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The address of a server that is started later: nobody else can take it meanwhile, as with a port that was free when
 * somebody looked. Until the server is there, whoever comes is sent away without a word.
 */
final class FrontDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int behind;

    FrontDoor() throws IOException {
        start(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param port where those who come from now on are led */
    void open(int port) {
        behind = port;
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                open.add(visitor);
                if (behind == 0) {
                    leave(visitor);
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                    open.add(server);
                    start(() -> pass(visitor, server));
                    start(() -> pass(server, visitor));
                }
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Whichever side ends, both do. */
    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException oneHasEnded) {
            return;
        } finally {
            leave(from);
            leave(to);
        }
    }

    private void leave(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.remove(socket);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "front-door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::leave);
    }
}

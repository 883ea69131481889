package org.preventionnetwork.registry.access.web;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Takes what nobody wants to have. */
final class Discarding implements ApplicationBufferHandler {
    private ByteBuffer last = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        last = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return last;
    }

    @Override
    public void expand(int size) {}

    int size() {
        int size = last.remaining();
        last.position(last.limit());
        return size;
    }
}

package org.preventionnetwork.registry.command.dispatch;

import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Lets one command at a time decide which record is merged into which: each looks at several records, so two that are
 * right by themselves can be wrong together.
 */
public interface MergeLock {
    /**
     * Waits for whoever holds it, and holds it until what the command records is committed or given up. What is read
     * afterwards is what all before have recorded.
     */
    void hold(UnitOfWork<?> command);

    /** For events that no other process records. */
    static MergeLock ofThisProcess() {
        ReentrantLock lock = new ReentrantLock();
        return command -> {
            lock.lock();
            command.onCleanup(ended -> lock.unlock());
        };
    }
}

package org.foyer.hub.site.internal.server;

import java.util.concurrent.Executor;

/**
 * Does each work in a thread of its own. The common pool of a machine of two processors does one thing after the other from Java 25 on,
 * and work inside it that shares itself out over the processors finds none free.
 */
public final class OwnThread implements Executor {

    private final String name;

    /** @param name by which the thread is found in a dump of all threads */
    public OwnThread(String name) {
        this.name = name;
    }

    @Override
    public void execute(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}

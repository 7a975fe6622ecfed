package org.prakat.common.messaging;

import org.springframework.context.SmartLifecycle;

/** Runs something once, before the consumers start. */
final class MessagingStart implements SmartLifecycle {

    private final Runnable action;
    private volatile boolean running;

    MessagingStart(Runnable action) {
        this.action = action;
    }

    @Override
    public void start() {
        action.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}

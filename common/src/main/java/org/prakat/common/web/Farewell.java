package org.prakat.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A replica that is to stop goes on answering for a while, and closes each connection with its answer. So whoever keeps
 * connections open (the gateway) has none left to it when it really stops, and no call is lost on one.
 */
final class Farewell extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;
    private volatile boolean leaving;

    /** @param time how long; longer than the gateway trusts an unused connection */
    Farewell(Duration time) {
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It begins to stop before all others, the web server and the consumers among them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

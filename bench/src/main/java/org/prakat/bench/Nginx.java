package org.prakat.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx of our own that serves packed files ({@code NAME.gz}) of a folder: the baseline of the public pages. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; empty where none is installed. */
    static Optional<Nginx> serve(Path folder) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path own = Files.createTempDirectory("prakat-nginx");
        int port = freePort();
        Path settings = own.resolve("nginx.conf");
        Files.writeString(settings, settings(own, folder, port));
        Process process = new ProcessBuilder(program.get().toString(), "-c", settings.toString(), "-p", own.toString())
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("out.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port);
        nginx.awaitStart();
        return Optional.of(nginx);
    }

    private static String settings(Path own, Path folder, int port) {
        return """
                daemon off;
                # Where it was started by root its workers would be another user, who may not read our folder.
                user root;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 256; }
                http {
                  access_log off;
                  sendfile on;
                  gzip_static always;
                  keepalive_requests 10000000;
                  default_type text/html;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server { listen 127.0.0.1:%2$d; root %3$s; }
                }
                """
                .formatted(own, port, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        while (process.isAlive()) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IllegalStateException("nginx does not start");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}

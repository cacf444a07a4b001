package io.athanor.tests.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server that goes wrong on demand: it is cut, cut in the midst of an answer, closed in one direction, swallows what
 * it is given, or takes its time.
 */
final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile boolean isRefusing;
    private volatile boolean isSwallowing;
    private volatile long delayMillis;
    private volatile long answerLimit = Long.MAX_VALUE;
    private volatile boolean isHalfClosing;

    private FaultProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    static FaultProxy to(String host, int port) throws IOException {
        return new FaultProxy(host, port);
    }

    String host() {
        return listener.getInetAddress().getHostAddress();
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return pairs.size();
    }

    /** Cut all connections there are, at both ends. */
    void cut() {
        pairs.forEach(Pair::close);
    }

    /** Cut new connections as soon as they come, or no longer. */
    void refuse(boolean on) {
        isRefusing = on;
    }

    /** Take what is sent and hand nothing on, or no longer. */
    void swallow(boolean on) {
        isSwallowing = on;
    }

    /** Hold each piece back for so long. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** Cut each connection once so many bytes have come from the server, counted from now. */
    void cutAnswersAfter(long bytes) {
        pairs.forEach(pair -> pair.answered = 0);
        answerLimit = bytes;
    }

    /** As {@link #cutAnswersAfter}, but close the direction of answers only. */
    void halfCloseAnswersAfter(long bytes) {
        isHalfClosing = true;
        cutAnswersAfter(bytes);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closed) {
                // Closed by the test, or the client is gone already.
                continue;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (isRefusing) {
            client.close();
            return;
        }
        Socket server = new Socket();
        try {
            server.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        } catch (IOException unreachable) {
            client.close();
            throw unreachable;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Pair pair = new Pair(client, server);
        pairs.add(pair);
        start("ask", () -> pair.pump(client, server, false));
        start("answer", () -> pair.pump(server, client, true));
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "fault-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    /** Both ends of a connection. */
    private final class Pair {
        private final Socket client;
        private final Socket server;
        private volatile long answered;

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to, boolean isAnswer) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    hold();
                    if (isAnswer && answered + count > answerLimit) {
                        out.write(buffer, 0, (int) Math.max(0, answerLimit - answered));
                        out.flush();
                        end();
                        return;
                    }
                    answered += isAnswer ? count : 0;
                    if (!isSwallowing) {
                        out.write(buffer, 0, count);
                        out.flush();
                    }
                }
                close();
            } catch (IOException cut) {
                close();
            }
        }

        private void hold() {
            if (delayMillis > 0) {
                try {
                    Thread.sleep(delayMillis);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void end() throws IOException {
            if (isHalfClosing) {
                client.shutdownOutput();
            } else {
                close();
            }
        }

        void close() {
            pairs.remove(this);
            try (Socket first = client;
                    Socket second = server) {
                first.setSoLinger(true, 0);
                second.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                // That is what is wanted.
                return;
            }
        }
    }
}

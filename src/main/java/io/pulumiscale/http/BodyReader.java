package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;

/** Reads bodies as they come, on the I/O thread: whoever sends one slowly holds no worker. */
final class BodyReader {
    private final int maxBytes;

    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** What becomes of a body: exactly one of both. */
    interface Reading {
        void read(HttpServerExchange exchange, byte[] body);

        /** @param e a {@link Refusal}, or what broke the connection */
        void failed(HttpServerExchange exchange, Exception e);
    }

    void read(HttpServerExchange exchange, Reading reading) {
        if (exchange.getRequestContentLength() > maxBytes) {
            reading.failed(exchange, Refusal.tooLarge(maxBytes));
            return;
        }
        Collected collected = new Collected(maxBytes);
        exchange.getRequestReceiver()
                .receivePartialBytes(
                        (received, part, last) -> {
                            collected.add(part);
                            if (last) {
                                collected.handTo(reading, received);
                            }
                        },
                        reading::failed);
    }

    /** What has come so far. Undertow's own reading of a whole body goes byte by byte. */
    private static final class Collected {
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
        private final int maxBytes;

        Collected(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** What comes after too much is swallowed, up to where the {@link Listener} hangs up: who still writes sees no answer. */
        void add(byte[] part) {
            if (parts.size() <= maxBytes) {
                parts.writeBytes(part);
            }
        }

        void handTo(Reading reading, HttpServerExchange exchange) {
            if (parts.size() > maxBytes) {
                reading.failed(exchange, Refusal.tooLarge(maxBytes));
            } else {
                reading.read(exchange, parts.toByteArray());
            }
        }
    }
}

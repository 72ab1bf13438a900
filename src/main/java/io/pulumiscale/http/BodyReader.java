package io.pulumiscale.http;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;

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
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(maxBytes);
        receiver.receiveFullBytes(reading::read, (broken, e) -> reading.failed(broken, translated(e)));
    }

    private Exception translated(IOException e) {
        return e instanceof Receiver.RequestToLargeException ? Refusal.tooLarge(maxBytes) : e;
    }
}

package dev.orrery.simulation;

import java.nio.charset.StandardCharsets;

/// What goes over the wire.
record Answer(int status, String contentType, String body) {
    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.orrery.probe.http;

import dev.orrery.probe.body.BodyReader;
import dev.orrery.probe.body.BodyReading;
import java.util.Optional;
import java.util.SortedMap;

/// What came back for one request.
///
/// @param location of a redirect
/// @param headers by name, whose case makes no difference; of several with one name the first
/// @param mediaType as declared, in lower case and without parameters; empty where none is
/// @param body as much of it as is read
/// @param whole false where the body goes on
/// @param http2 whether it came over HTTP/2
record Answer(
        int status,
        Optional<String> location,
        SortedMap<String, String> headers,
        String mediaType,
        Body body,
        boolean whole,
        boolean http2) {

    sealed interface Body {
        /// Possibly empty.
        record Text(String text) implements Body {}

        /// In a content encoding that was not asked for and cannot be undone.
        record Encoded(String encoding) implements Body {}
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// What the body says.
    BodyReading reading() {
        return BodyReader.read(text(), mediaType, whole);
    }

    String text() {
        return switch (body) {
            case Body.Text(String text) -> text;
            case Body.Encoded _ -> "";
        };
    }

    /// A redirect that can be followed.
    boolean isRedirect() {
        return status >= 300 && status < 400 && status != 304 && location.isPresent();
    }
}

package dev.orrery.probe;

import dev.orrery.health.Reason;
import dev.orrery.topology.HealthRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;

/// The headers of a check with the secrets that they name, for one origin.
///
/// All or none: where one secret is missing or not for this origin, nothing is sent at all.
public final class RequestHeaders {
    /// These say where a request goes and where it ends; a check has no say in them.
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "keep-alive",
            "http2-settings",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept-encoding",
            "proxy-authorization",
            "proxy-connection");

    private static final RequestHeaders NONE = new RequestHeaders(new LinkedHashMap<>());

    private final SequencedMap<String, Secret> values;

    private RequestHeaders(SequencedMap<String, Secret> values) {
        this.values = values;
    }

    /// @throws Withheld where nothing may be sent, and why
    public static RequestHeaders of(HealthRequest request, Secrets secrets, Origin origin) throws Withheld {
        if (request.headers().isEmpty()) {
            return NONE;
        }
        SequencedMap<String, Secret> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            String name = header.getKey();
            if (!isName(name) || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new Withheld(Reason.of("header-not-allowed", name));
            }
            String secret = header.getValue();
            switch (secrets.find(secret, origin)) {
                case Secrets.Found.Given(Secret value) when value.fitsHeader() -> values.put(name, value);
                case Secrets.Found.Given _ -> throw new Withheld(Reason.of("secret-unfit", secret));
                case Secrets.Found.NotForThisOrigin _ ->
                    throw new Withheld(Reason.of("secret-not-for", secret, origin.toString()));
                case Secrets.Found.NotAllowed _ ->
                    throw new Withheld(Reason.of("secret-not-allowed", secret, origin.toString()));
                case Secrets.Found.Unreadable(String why) ->
                    throw new Withheld(Reason.of("secret-unreadable", secret, why));
                case Secrets.Found.Unknown _ -> throw new Withheld(Reason.of("secret-unknown", secret));
            }
        }
        return new RequestHeaders(values);
    }

    /// Gives each header with its value in clear, for the wire.
    public void each(BiConsumer<String, String> wire) {
        values.forEach((name, secret) -> wire.accept(name, secret.reveal()));
    }

    /// Removes the values from what comes back.
    public Redaction redaction() {
        List<Secret> secrets = new ArrayList<>(values.values());
        return Redaction.of(secrets);
    }

    /// The secret's names, never its values.
    @Override
    public String toString() {
        return values.keySet().toString();
    }

    /// A token (RFC 9110, 5.6.2).
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    /// No request was made, because a header of it may not be sent.
    public static final class Withheld extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        Withheld(Reason reason) {
            super(reason.code());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}

package dev.orrery.app.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A secret that is recognised wherever it turns up, in whatever spelling.
record Canary(String value) {
    /// So much of a secret is a leak.
    private static final int TELLING = 12;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=&-_.~%<>'";

    static Canary random(Random random) {
        StringBuilder value = new StringBuilder(random.nextInt(3) == 0 ? "Bearer " : "");
        for (int i = 0; i < 24; i++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Canary(value.toString());
    }

    /// What of it is secret.
    String secret() {
        return value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }

    String hex() {
        return HexFormat.of().formatHex(value.getBytes(UTF_8));
    }

    String inUrl() {
        return URLEncoder.encode(value, UTF_8);
    }

    /// As Gson and Go write it in JSON.
    String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if ("=&<>'".indexOf(c) >= 0) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /// As PHP writes it in JSON.
    String slashed() {
        return value.replace("/", "\\/");
    }

    /// As a page of HTML has it.
    String inHtml() {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }

    /// Which of its spellings are in there, each byte as one character.
    List<String> seenIn(String bytes) {
        List<String> seen = new ArrayList<>();
        for (String spelling : List.of(
                secret(),
                escaped(),
                slashed(),
                inHtml(),
                Base64.getEncoder().encodeToString(secret().getBytes(UTF_8)),
                base64(),
                hex(),
                hex().toUpperCase(Locale.ROOT),
                inUrl(),
                inUrl().toLowerCase(Locale.ROOT))) {
            String begin = spelling.substring(0, TELLING);
            String end = spelling.substring(spelling.length() - TELLING);
            if (seen(bytes, begin) || seen(bytes, end)) {
                seen.add(spelling);
            }
        }
        return seen;
    }

    private static boolean seen(String bytes, String part) {
        return bytes.contains(part)
                || bytes.contains(new String(part.getBytes(UTF_16LE), ISO_8859_1))
                || bytes.contains(new String(part.getBytes(UTF_16BE), ISO_8859_1));
    }
}

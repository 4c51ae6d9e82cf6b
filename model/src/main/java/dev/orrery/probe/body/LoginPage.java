package dev.orrery.probe.body;

import java.util.Locale;

/// Tells a page that wants a password. Reads forward only, so a hostile page costs no more than its length.
final class LoginPage {
    private LoginPage() {}

    static boolean asksForPassword(String page) {
        String text = page.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf("<input"); at >= 0; at = text.indexOf("<input", at + 1)) {
            int end = text.indexOf('>', at);
            String tag = text.substring(at, end < 0 ? text.length() : end);
            String squeezed = tag.replaceAll("[\\s\"']", "");
            if (squeezed.contains("type=password")) {
                return true;
            }
            if (end < 0) {
                return false;
            }
        }
        return false;
    }
}

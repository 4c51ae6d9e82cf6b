package dev.orrery.topology;

/// A pattern in which `*` stands for any text, none included.
public final class Wildcard {
    private Wildcard() {}

    /// In time that grows with the product of both lengths at most, whatever the pattern.
    public static boolean matches(String pattern, String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int afterStar = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                afterStar = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}

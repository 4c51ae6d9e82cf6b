package dev.orrery.xml;

/// Walks over the tags of a text that a parser has found well-formed so far, to say where each begins: the parser
/// itself only knows where it stopped reading.
final class Tags {
    private final String text;
    private int at;
    private int counted;
    private int line = 1;
    private int lineStart;

    Tags(String text) {
        this.text = text;
    }

    /// Goes to the next start tag, or document type declaration.
    void next() {
        at = text.indexOf('<', at);
        while (at >= 0 && skipped() >= 0) {
            at = text.indexOf('<', skipped());
        }
        at = at < 0 ? text.length() : at;
        count();
        at = Math.min(text.length(), at + 1);
    }

    /// The line of the tag that was gone to.
    int line() {
        return line;
    }

    int column() {
        return counted - lineStart + 1;
    }

    /// Where what begins here and is no start tag ends; below 0 where a start tag begins here.
    private int skipped() {
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return after("]]>", at + 9);
        }
        if (text.startsWith("<?", at)) {
            return after("?>", at + 2);
        }
        // An attribute's value holds no raw “<”, so what stands between tags need not be told from what is in one.
        return text.startsWith("</", at) ? at + 2 : -1;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private void count() {
        for (; counted < at; counted++) {
            char unit = text.charAt(counted);
            boolean isPair = unit == '\r' && counted + 1 < text.length() && text.charAt(counted + 1) == '\n';
            if (unit == '\n' || (unit == '\r' && !isPair)) {
                line++;
                lineStart = counted + 1;
            }
        }
    }
}

package dev.orrery.app.editing;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Links as somebody writes them, one a line: `dashboard: https://grafana.example/d/cart`.
final class LinkLines {
    private final TreeMap<String, String> links = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private LinkLines() {}

    static LinkLines of(String text) {
        LinkLines lines = new LinkLines();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::read);
        return lines;
    }

    static String text(Map<String, String> links) {
        return String.join(
                "\n",
                new TreeMap<>(links)
                        .entrySet().stream()
                                .map(link -> link.getKey() + ": " + link.getValue())
                                .toList());
    }

    private void read(String line) {
        int colon = line.indexOf(": ");
        String title = colon < 0 ? "" : line.substring(0, colon).strip();
        String url = colon < 0 ? "" : line.substring(colon + 2).strip();
        if (title.isEmpty() || url.isEmpty() || links.containsKey(title)) {
            wrong.add(line);
        } else {
            links.put(title, url);
        }
    }

    /// The first line that is none, in words; empty where all are.
    Optional<String> problem() {
        return wrong.stream().findFirst().map(line -> Messages.of("editing.links.wrong", Untrusted.oneLine(line, 60)));
    }

    /// What makes these of the ones before.
    List<TopologyEdit> edits(String service, Map<String, String> before) {
        List<TopologyEdit> edits = new ArrayList<>();
        TreeSet<String> titles = new TreeSet<>(before.keySet());
        titles.addAll(links.keySet());
        for (String title : titles) {
            if (!Objects.equals(before.get(title), links.get(title))) {
                edits.add(new TopologyEdit.SetLink(service, title, links.get(title)));
            }
        }
        return edits;
    }
}

package dev.orrery.app.inspect;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What else a service is called, a name a line. Of a name that comes in shorter and longer forms, as DNS names and the
/// references of a catalog do, only the longest is worth reading.
final class OtherNames extends Section<List<String>> {
    private static final int MOST = 6;
    /// Nobody states more names by hand; what is beyond is counted only.
    private static final int LONGEST_LIST = 100;

    OtherNames() {
        super("inspect.aliases");
        setId("other-names");
    }

    /// The first few names, and how many more there are.
    static List<String> of(Service service) {
        List<String> names = service.aliases().stream().limit(LONGEST_LIST).toList();
        List<String> worth = names.stream()
                .filter(name -> !name.equals(service.name()) && !isShorterForm(name, service.id()))
                .filter(name -> names.stream().noneMatch(other -> isShorterForm(name, other)))
                .toList();
        List<String> lines = new ArrayList<>(
                worth.stream().limit(MOST).map(Untrusted::oneLine).toList());
        int more = worth.size() + service.aliases().size() - names.size() - MOST;
        if (more > 0) {
            lines.add(Messages.of("inspect.more", Integer.toString(more)));
        }
        return lines;
    }

    @Override
    List<? extends Node> nodes(List<String> lines) {
        return lines.stream().map(OtherNames::line).toList();
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.setWrapText(true);
        line.getStyleClass().add("fact-value");
        return line;
    }

    /// Whether a name is another with some of its parts left out, as `web.shop` is `web.shop.svc`.
    private static boolean isShorterForm(String name, String other) {
        if (name.length() >= other.length()) {
            return false;
        }
        Iterator<String> parts = parts(other).iterator();
        return parts(name).stream().allMatch(part -> {
            while (parts.hasNext()) {
                if (parts.next().equals(part)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split("[:/.]", -1));
    }
}

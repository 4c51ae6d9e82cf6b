package dev.orrery.app.inspect;

import dev.orrery.text.Untrusted;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// A service's links. What is not `http` or `https` is shown, but cannot be followed.
final class Links extends Section<Map<String, String>> {
    private final Consumer<URI> browse;

    Links(Consumer<URI> browse) {
        super("inspect.links");
        this.browse = browse;
    }

    /// The address, where a browser may be sent there.
    static Optional<URI> followable(String url) {
        try {
            URI address = new URI(url);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && address.getHost() != null && address.getRawUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    @Override
    List<? extends Node> nodes(Map<String, String> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        FlowPane flow = new FlowPane(18, 4);
        links.forEach((title, url) -> flow.getChildren().add(link(Untrusted.oneLine(title, 40), url)));
        return List.of(flow);
    }

    private Node link(String title, String url) {
        String words = title.isEmpty() ? url : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        Tooltip whole = new Tooltip(Untrusted.oneLine(url));
        Optional<URI> address = followable(url);
        if (address.isEmpty()) {
            Label plain = new Label(words);
            plain.setTooltip(whole);
            return plain;
        }
        Hyperlink link = new Hyperlink(words);
        link.setTooltip(whole);
        link.getStyleClass().add("service-link");
        link.setOnAction(_ -> {
            link.setVisited(false);
            browse.accept(address.get());
        });
        return link;
    }
}

package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import dev.orrery.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Netflix Eureka's registry: all applications, one of them, or one instance; in JSON, and in XML as it answers by
/// default. A status set by hand wins over the instance's own.
final class Eureka implements BodyFormat {
    private static final String FORMAT = "eureka";

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        Optional<Json.Obj> registry = Fields.object(root, "applications");
        if (registry.isPresent()) {
            return items(registry.get(), "application")
                    .flatMap(all -> all.stream().allMatch(Eureka::isApplication)
                            ? Optional.of(overall(
                                    all.stream().map(Eureka::application).toList()))
                            : Optional.empty());
        }
        Optional<Json.Obj> one = Fields.object(root, "application").filter(Eureka::isApplication);
        return one.map(application -> overall(application(application).parts()))
                .or(() -> Fields.object(root, "instance")
                        .filter(Eureka::isInstance)
                        .map(instance -> overall(List.of(instance(instance)))));
    }

    /// @param root of an XML text
    static Optional<BodyHealth> read(XmlElement root) {
        return switch (root.name()) {
            case "applications" ->
                Optional.of(overall(
                        root.children("application").map(Eureka::application).toList()));
            case "application" -> Optional.of(overall(application(root).parts()));
            case "instance" -> Optional.of(overall(List.of(instance(root))));
            default -> Optional.empty();
        };
    }

    /// Whether an XML text can be in this format, by its beginning.
    static boolean maybe(String text) {
        String head = text.substring(0, Math.min(text.length(), 400));
        return head.contains("<applications") || head.contains("<application>") || head.contains("<instance>");
    }

    private static BodyHealth overall(List<Part> parts) {
        Health says = Instances.together(parts);
        return new BodyHealth(FORMAT, says, says.name(), parts);
    }

    private static Part application(String name, List<Part> instances) {
        Health says = Instances.together(instances);
        return new Part(name, says.name(), says, null, instances);
    }

    private static Part instance(String id, String status, String overridden) {
        boolean setByHand = !overridden.isEmpty() && !overridden.equals("UNKNOWN");
        return Part.of(id, setByHand ? overridden : status, Optional.empty());
    }

    private static boolean isApplication(Json.Obj application) {
        return Fields.text(application, "name").isPresent()
                && items(application, "instance")
                        .filter(all -> all.stream().allMatch(Eureka::isInstance))
                        .isPresent();
    }

    private static boolean isInstance(Json.Obj instance) {
        return Fields.text(instance, "status").isPresent()
                && Fields.firstText(instance, "instanceId", "hostName", "app").isPresent();
    }

    /// A list, or the one object that old converters write instead.
    private static Optional<List<Json.Obj>> items(Json.Obj parent, String key) {
        Json value = Fields.value(parent, key).orElse(Json.NULL);
        return switch (value) {
            case Json.Obj one -> Optional.of(List.of(one));
            case Json.Arr(List<Json> several) -> Fields.objects(several, _ -> true);
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private static Part application(Json.Obj application) {
        return application(
                Fields.text(application, "name").orElse(""),
                items(application, "instance").orElse(List.of()).stream()
                        .map(Eureka::instance)
                        .toList());
    }

    private static Part instance(Json.Obj instance) {
        return instance(
                Fields.firstText(instance, "instanceId", "hostName", "app").orElse(""),
                Fields.text(instance, "status").orElse(""),
                Fields.text(instance, "overriddenStatus").orElse(""));
    }

    private static Part application(XmlElement application) {
        List<Part> instances = new ArrayList<>();
        application.children("instance").forEach(instance -> instances.add(instance(instance)));
        return application(application.textOf("name").orElse("?"), instances);
    }

    private static Part instance(XmlElement instance) {
        String id = instance.textOf("instanceId")
                .or(() -> instance.textOf("hostName"))
                .or(() -> instance.textOf("app"))
                .orElse("?");
        boolean twice = instance.children("status").count() > 1;
        return instance(
                id,
                twice ? "two statuses" : instance.textOf("status").orElse("UNKNOWN"),
                instance.textOf("overriddenstatus")
                        .or(() -> instance.textOf("overriddenStatus"))
                        .orElse(""));
    }
}

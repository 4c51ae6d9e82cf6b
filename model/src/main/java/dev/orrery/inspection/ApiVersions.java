package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A service asks another for a version of an API that it does not provide. One whole version behind is worth
/// knowing: the provider may still answer it, for a while. Where the provider states no APIs, or the API is asked
/// for without a version, there is nothing to compare.
final class ApiVersions implements Inspection {
    /// As in `payments v1`, `payments 2.3` or `payments/v1`.
    private static final Pattern ASKED = Pattern.compile("(.+?)[\\s/:@]+([vV]?\\d+(?:\\.\\d+)*)");
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d{1,9})(?:\\.\\d+)*");
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    @Override
    public String rule() {
        return "api-version";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        return topology.needs().stream()
                .flatMap(dependency -> topology
                        .service(dependency.to())
                        .filter(provider -> !provider.provides().isEmpty())
                        .flatMap(provider -> compare(topology, dependency, provider))
                        .stream())
                .toList();
    }

    private Optional<Finding> compare(Topology topology, Dependency dependency, Service provider) {
        String api = dependency.api();
        Matcher asked = ASKED.matcher(api == null ? "" : api.strip());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String version = asked.group(2);
        String provided = provider.provides().get(asked.group(1));
        if (provided == null) {
            return Optional.of(missing(topology, dependency, provider, asked));
        }
        List<String> versions =
                BETWEEN.splitAsStream(provided).filter(text -> !text.isEmpty()).toList();
        if (versions.stream().anyMatch(one -> answers(one, version))) {
            return Optional.empty();
        }
        boolean isNext = versions.stream()
                .anyMatch(one -> whole(one).isPresent()
                        && whole(one).equals(whole(version).map(number -> number + 1)));
        if (!isNext) {
            return Optional.of(missing(topology, dependency, provider, asked));
        }
        return Optional.of(Finding.of(
                        this,
                        Problem.info(
                                "api-version-behind",
                                Words.place(dependency),
                                topology.nameOf(dependency.from()),
                                asked.group(1),
                                version,
                                provider.name(),
                                provided),
                        dependency)
                .mendedBy(asking(dependency, asked.group(1) + " " + versions.getLast())));
    }

    private Finding missing(Topology topology, Dependency dependency, Service provider, Matcher asked) {
        String offers = provider.provides().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return Finding.of(
                this,
                Problem.warning(
                        "api-not-provided",
                        Words.place(dependency),
                        topology.nameOf(dependency.from()),
                        asked.group(1) + " " + asked.group(2),
                        provider.name(),
                        offers),
                dependency);
    }

    private static TopologyEdit asking(Dependency dependency, String api) {
        return new TopologyEdit.Annotate(
                dependency.from(),
                dependency.to(),
                dependency.kind(),
                dependency.required(),
                dependency.protocol(),
                api);
    }

    /// The same version, or a later one that is the same in whole: what was asked for is in it.
    private static boolean answers(String provided, String asked) {
        String have = plain(provided);
        String want = plain(asked);
        return have.equals(want)
                || (whole(have).isPresent() && whole(have).equals(whole(want)) && !isOlder(have, want));
    }

    private static boolean isOlder(String have, String want) {
        List<Integer> first = numbers(have);
        List<Integer> second = numbers(want);
        for (int part = 0; part < second.size(); part++) {
            // A version that says less, as in 2, stands for all that begin so.
            if (part >= first.size()) {
                return false;
            }
            int order = first.get(part).compareTo(second.get(part));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        return Stream.of(version.split("\\.", -1))
                .takeWhile(part -> part.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    private static Optional<Integer> whole(String version) {
        Matcher numbers = VERSION.matcher(version);
        return numbers.matches() ? Optional.of(Integer.valueOf(numbers.group(1))) : Optional.empty();
    }

    private static String plain(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        return lower.startsWith("v") ? lower.substring(1) : lower;
    }
}

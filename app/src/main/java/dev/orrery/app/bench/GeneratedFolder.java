package dev.orrery.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// A repository of many teams: in every folder one descriptor of a few services, in turn Compose, Kubernetes and
/// Backstage.
final class GeneratedFolder {
    static final int SERVICES_IN_A_FILE = 5;

    private static final int FORMATS = 3;

    private GeneratedFolder() {}

    /// @param files one in a folder each; the folder is made
    static Path write(Path folder, int files, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int file = 0; file < files; file++) {
            Path team = Files.createDirectories(folder.resolve("team-%04d".formatted(file)));
            switch (file % FORMATS) {
                case 0 -> compose(team, file * SERVICES_IN_A_FILE, SERVICES_IN_A_FILE, random);
                case 1 -> kubernetes(team, file * SERVICES_IN_A_FILE, random);
                default -> backstage(team, file * SERVICES_IN_A_FILE, random);
            }
        }
        return folder;
    }

    /// One Compose file of so many services.
    static Path compose(Path folder, int services, long seed) throws IOException {
        return compose(folder, 0, services, new SplittableRandom(seed));
    }

    private static Path compose(Path folder, int first, int services, SplittableRandom random) throws IOException {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < services; i++) {
            text.append("  %s:\n    image: registry.example/%1$s:1.%d\n".formatted(id(first + i), i % 10))
                    .append("    environment:\n      LOG_LEVEL: info\n");
            if (i > 0) {
                int near = first + i - 1 - random.nextInt(Math.min(i, SERVICES_IN_A_FILE));
                text.append("      UPSTREAM_URL: http://%s:8080/api\n".formatted(id(near)))
                        .append("    depends_on: [%s]\n".formatted(id(near)));
            }
        }
        return Files.writeString(folder.resolve("compose.yaml"), text);
    }

    private static void kubernetes(Path folder, int first, SplittableRandom random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SERVICES_IN_A_FILE; i++) {
            text.append("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: %1$s}
                    spec:
                      selector: {matchLabels: {app: %1$s}}
                      template:
                        metadata: {labels: {app: %1$s}}
                        spec:
                          containers:
                            - name: main
                              image: registry.example/%1$s:1.0
                              env: [{name: UPSTREAM_URL, value: "http://%2$s:80/api"}]
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: %1$s}
                    spec: {selector: {app: %1$s}, ports: [{port: 80, targetPort: 8080}]}
                    ---
                    """.formatted(id(first + i), id(first + random.nextInt(SERVICES_IN_A_FILE))));
        }
        Files.writeString(folder.resolve("manifests.yaml"), text);
    }

    private static void backstage(Path folder, int first, SplittableRandom random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SERVICES_IN_A_FILE; i++) {
            text.append("""
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata: {name: %s}
                    spec:
                      type: service
                      lifecycle: production
                      owner: team-%d
                      dependsOn: ["component:%s"]
                    ---
                    """.formatted(id(first + i), first, id(first + random.nextInt(SERVICES_IN_A_FILE))));
        }
        Files.writeString(folder.resolve("catalog-info.yaml"), text);
    }

    private static String id(int service) {
        return "svc%05d".formatted(service);
    }
}

package dev.orrery.probe.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Good bodies with damage of every kind: never taken for well where that is not said, and never an exception.
class BodyPropertyTest {
    private static final int SEED = 20_261;
    /// What says how a service is, in the bodies that are whole.
    private static final Set<String> OVERALL = Set.of("status", "outcome");

    private final Random random = new Random(SEED);

    @Test
    void anyDamageEndsInAReading() {
        List<Golden> all = Golden.all();
        for (int round = 0; round < 10_000; round++) {
            StringBuilder body =
                    new StringBuilder(all.get(random.nextInt(all.size())).body());
            for (int edits = random.nextInt(5); edits > 0 && !body.isEmpty(); edits--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(4)) {
                    case 0 -> body.setCharAt(at, (char) random.nextInt(0x180));
                    case 1 -> body.delete(at, Math.min(body.length(), at + random.nextInt(9)));
                    case 2 -> body.insert(at, "{}[],:\"".charAt(random.nextInt(7)));
                    default -> body.insert(at, body.substring(at, Math.min(body.length(), at + random.nextInt(20))));
                }
            }
            assertThat(BodyReader.read(body.toString(), "", random.nextBoolean()))
                    .isNotNull();
        }
    }

    @Test
    void jsonThatIsCutAnywhereIsNeverUp() {
        for (Golden golden : json()) {
            String body = golden.body().strip();
            for (int end = 1; end < body.length(); end++) {
                assertThat(isUp(body.substring(0, end)))
                        .as(golden + " cut at " + end)
                        .isFalse();
            }
        }
    }

    @Test
    void anOverallStatusThatStandsTwiceIsNeverUp() {
        for (Golden golden : json()) {
            for (Json.Member status : overall(golden)) {
                for (Json other : List.of(status.value(), Json.text("DOWN"), Json.text("UP"), Json.NULL)) {
                    List<Json.Member> members = new ArrayList<>(members(golden));
                    String name =
                            random.nextBoolean() ? status.name() : status.name().toUpperCase(Locale.ROOT);
                    members.add(random.nextInt(members.size() + 1), new Json.Member(name, other));
                    assertThat(isUp(JsonWriter.compact(new Json.Obj(members))))
                            .as(golden.file())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anOverallStatusThatIsNoWordInUseIsNeverUp() {
        for (Golden golden : json()) {
            for (Json.Member status : overall(golden)) {
                for (Json garbage : List.of(
                        Json.text(""),
                        Json.text("UPP"),
                        Json.text("U P?"),
                        Json.text("\u0443p"),
                        Json.number(1),
                        Json.number(200),
                        Json.NULL,
                        Json.array(List.of(Json.text("UP"))),
                        Json.object(Json.member("code", "UP")))) {
                    List<Json.Member> members = new ArrayList<>(members(golden));
                    members.replaceAll(member ->
                            member.name().equals(status.name()) ? new Json.Member(member.name(), garbage) : member);
                    assertThat(isUp(JsonWriter.compact(new Json.Obj(members))))
                            .as(golden + " with " + garbage)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aBodyThatSaysOtherwiseThanUpDoesNotBecomeUpByOrderOrSpace() {
        for (Golden golden : json()) {
            if (!golden.state().equals("UP")) {
                List<Json.Member> members = new ArrayList<>(members(golden));
                Collections.shuffle(members, random);
                assertThat(isUp(JsonWriter.pretty(new Json.Obj(members))))
                        .as(golden.file())
                        .isFalse();
            }
        }
    }

    private static boolean isUp(String body) {
        return BodyReader.read(body, "", true) instanceof BodyReading.Said(BodyHealth health)
                && health.says() == Health.UP;
    }

    private static List<Golden> json() {
        return Golden.all().stream()
                .filter(golden -> golden.isSaid() && !members(golden).isEmpty())
                .toList();
    }

    private static List<Json.Member> members(Golden golden) {
        return JsonReader.read(golden.body().strip()) instanceof ParsedJson.Whole(Json.Obj(List<Json.Member> members))
                ? members
                : List.of();
    }

    private static List<Json.Member> overall(Golden golden) {
        List<Json.Member> found = members(golden).stream()
                .filter(member -> OVERALL.contains(member.name()))
                .toList();
        return found.size() == 1 ? found : List.of();
    }
}

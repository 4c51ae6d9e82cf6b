package dev.orrery.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON value.
public sealed interface Json {
    Json NULL = new Null();

    /// @param members in written order, duplicates included
    record Obj(List<Member> members) implements Json {
        public Obj {
            members = List.copyOf(members);
        }

        /// The value of a key; of duplicates the last.
        public Optional<Json> get(String name) {
            return members.reversed().stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        /// How often a key stands here.
        public int count(String name) {
            return (int) members.stream()
                    .filter(member -> member.name().equals(name))
                    .count();
        }
    }

    record Member(String name, Json value) {}

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Text(String text) implements Json {}

    /// @param digits as written; a number's size is not trusted before somebody needs it
    record Num(String digits) implements Json {
        /// The number, where it has at most 40 digits and a small exponent.
        public Optional<BigDecimal> value() {
            if (digits.length() > 40 || digits.matches(".*[eE][+-]?\\d{4,}")) {
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(digits));
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    static Obj object(Member... members) {
        return new Obj(List.of(members));
    }

    static Member member(String name, Json value) {
        return new Member(name, value);
    }

    static Member member(String name, @Nullable String text) {
        return new Member(name, text(text));
    }

    static Arr array(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /// A text, or null where there is none.
    static Json text(@Nullable String text) {
        return text == null ? NULL : new Text(text);
    }

    static Json number(long number) {
        return new Num(Long.toString(number));
    }

    /// A number, or null where it is none or infinite, which JSON cannot say.
    static Json number(double number) {
        return Double.isFinite(number) ? new Num(BigDecimal.valueOf(number).toPlainString()) : NULL;
    }

    static Json bool(boolean value) {
        return new Bool(value);
    }
}

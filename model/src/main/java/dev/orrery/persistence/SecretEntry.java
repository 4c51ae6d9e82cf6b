package dev.orrery.persistence;

import java.util.List;

/// A secret as it is listed: all but its value.
///
/// @param position in the list, from 0
/// @param origins as they are written
public record SecretEntry(int position, String name, List<String> origins, SecretPlace place) {
    public SecretEntry {
        origins = List.copyOf(origins);
    }
}

package dev.orrery.importer.backstage;

import dev.orrery.topology.SourceLocation;

/// What an entity says of two: the subject needs, provides, consumes or lies in the object.
///
/// @param rule of the dependencies that follow from it
/// @param objectName the last part of the reference, as written
record Statement(
        Relation.Meaning meaning,
        EntityRef subject,
        EntityRef object,
        String objectName,
        String rule,
        SourceLocation source) {}

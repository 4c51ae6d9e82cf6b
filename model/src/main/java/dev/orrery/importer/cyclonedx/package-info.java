/// CycloneDX: the services of a bill of materials, in JSON and in XML. Components are libraries and no services.
@NullMarked
package dev.orrery.importer.cyclonedx;

import org.jspecify.annotations.NullMarked;

/// XML as a small tree, and the one door to its parser.
///
/// [XmlReader][dev.orrery.xml.XmlReader] reads what came from outside, so it is strict and bounded: a document type
/// declaration is refused where it stands, before anything that it names could be looked for, and depth and size have
/// limits. Every [element][dev.orrery.xml.XmlElement] knows where its tag begins.
@NullMarked
package dev.orrery.xml;

import org.jspecify.annotations.NullMarked;

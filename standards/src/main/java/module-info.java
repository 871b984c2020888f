/** Formats of Dutch youth care and social support; see {@link nl.leercirkel.standards}. */
module nl.leercirkel.standards {
    requires static transitive org.jspecify;
    requires com.fasterxml.aalto;
    requires de.siegmar.fastcsv;
    requires transitive java.net.http;
    requires java.xml;
    requires org.codehaus.stax2;
    requires tools.jackson.core;

    exports nl.leercirkel.standards.bij;
    exports nl.leercirkel.standards.cbs;
    exports nl.leercirkel.standards.check;
    exports nl.leercirkel.standards.command;
    exports nl.leercirkel.standards.figure;
    exports nl.leercirkel.standards.ijw.definition;
    exports nl.leercirkel.standards.ijw.episode;
    exports nl.leercirkel.standards.ijw.message;
    exports nl.leercirkel.standards.ijw.rule;
    exports nl.leercirkel.standards.ijw.stream;
    exports nl.leercirkel.standards.iv3;
    exports nl.leercirkel.standards.kwb;
    exports nl.leercirkel.standards.region;
    exports nl.leercirkel.standards.table;
}

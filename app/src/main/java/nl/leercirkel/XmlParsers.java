package nl.leercirkel;

/**
 * Which StAX parser the JVM gives to whoever asks for one. Aalto, which reads messages of iJw, offers itself to everybody on the
 * class path; the message reader makes its own, and documents, workbooks and sign-in keep to the JDK's, with which they were tested.
 */
final class XmlParsers {
    private XmlParsers() {}

    static void keepToTheJdk() {
        keep("javax.xml.stream.XMLInputFactory", "com.sun.xml.internal.stream.XMLInputFactoryImpl");
        keep("javax.xml.stream.XMLOutputFactory", "com.sun.xml.internal.stream.XMLOutputFactoryImpl");
        keep("javax.xml.stream.XMLEventFactory", "com.sun.xml.internal.stream.events.XMLEventFactoryImpl");
    }

    private static void keep(String factory, String implementation) {
        if (System.getProperty(factory) == null) {
            System.setProperty(factory, implementation);
        }
    }
}

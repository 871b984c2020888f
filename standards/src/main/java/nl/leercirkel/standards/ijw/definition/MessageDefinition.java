package nl.leercirkel.standards.ijw.definition;

/**
 * One message: its root element with all below it.
 *
 * @param type which message
 * @param code the code that stands in its header, such as 436
 * @param namespace of the elements of the message
 * @param baseNamespace of the elements inside groups
 * @param root the element Bericht
 * @param nodeCount how many nodes the tree has
 */
public record MessageDefinition(
        MessageType type, String code, String namespace, String baseNamespace, Node root, int nodeCount) {

    /** The element Header. */
    public Node header() {
        return root.child(0);
    }

    /** What the message is about: its Client, Antwoord, Declaratie or DeclaratieAntwoord. */
    public Node body() {
        return root.child(1);
    }
}

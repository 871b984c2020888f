package nl.leercirkel.standards.ijw.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.definition.Node;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Our own example messages (docs/standaarden), to be changed by edits: "Client/Bsn=999900007" sets a value and makes the
 * element where the definition wants it, "-Client/Communicatie" removes, "dup Client/Contactgegevens/Contact[1]" doubles.
 */
public final class Example {
    private final MessageDefinition definition;
    private final XmlTree root;

    private Example(MessageDefinition definition, XmlTree root) {
        this.definition = definition;
        this.root = root;
    }

    public static Example of(String type) {
        try {
            Element element = parse(Path.of("..", "docs", "standaarden", type + ".xml"));
            return new Example(
                    Definitions.release32()
                            .byNamespace(element.getNamespaceURI())
                            .orElseThrow(),
                    tree(element));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same message under the other law, where that has it. */
    public Example asIwmo() {
        MessageDefinition other = Definitions.release32()
                .get(Law.SOCIAL_SUPPORT, definition.type().kind());
        XmlTree copy = root.copy();
        copy.each(tree -> tree.namespace =
                tree.namespace.equals(definition.namespace()) ? other.namespace() : other.baseNamespace());
        Example example = new Example(other, copy);
        example.find("Header/BerichtCode").text = other.code();
        return example;
    }

    public MessageType type() {
        return definition.type();
    }

    public Example edit(String edits) {
        Arrays.stream(edits.split(";"))
                .map(String::strip)
                .filter(edit -> !edit.isEmpty())
                .forEach(this::apply);
        return this;
    }

    public String xml() {
        return root.xml();
    }

    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    public String value(String path) {
        return Objects.requireNonNull(find(path).text);
    }

    private void apply(String edit) {
        if (edit.startsWith("-")) {
            XmlTree element = find(edit.substring(1));
            Objects.requireNonNull(root.parentOf(element)).children.remove(element);
        } else if (edit.startsWith("dup ")) {
            XmlTree element = find(edit.substring(4));
            List<XmlTree> siblings = Objects.requireNonNull(root.parentOf(element)).children;
            siblings.add(siblings.indexOf(element) + 1, element.copy());
        } else {
            int equals = edit.indexOf('=');
            make(edit.substring(0, equals)).text = edit.substring(equals + 1);
        }
    }

    private XmlTree find(String path) {
        XmlTree tree = root;
        for (String step : path.split("/")) {
            tree = Objects.requireNonNull(child(tree, step), path);
        }
        return tree;
    }

    private XmlTree make(String path) {
        XmlTree tree = root;
        Node node = definition.root();
        for (String step : path.split("/")) {
            String name = step.replaceAll("\\[.*", "");
            Node next = node.children().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(path));
            XmlTree found = child(tree, step);
            if (found == null) {
                found = new XmlTree(name, next.inBaseNamespace() ? definition.baseNamespace() : definition.namespace());
                int place = 0;
                while (place < tree.children.size() && order(node, tree.children.get(place)) < order(node, found)) {
                    place++;
                }
                tree.children.add(place, found);
            }
            tree = found;
            node = next;
        }
        return tree;
    }

    private static int order(Node parent, XmlTree child) {
        for (int i = 0; i < parent.childCount(); i++) {
            if (parent.child(i).name().equals(child.name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(child.name);
    }

    private static @org.jspecify.annotations.Nullable XmlTree child(XmlTree tree, String step) {
        int bracket = step.indexOf('[');
        String name = bracket < 0 ? step : step.substring(0, bracket);
        int wanted = bracket < 0 ? 1 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
        for (XmlTree child : tree.children) {
            if (child.name.equals(name) && --wanted == 0) {
                return child;
            }
        }
        return null;
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(Files.newInputStream(file))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static XmlTree tree(Element element) {
        XmlTree tree = new XmlTree(element.getLocalName(), element.getNamespaceURI());
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                tree.children.add(tree(below));
            }
        }
        if (tree.children.isEmpty()) {
            tree.text = element.getTextContent();
        }
        return tree;
    }
}

package nl.leercirkel.standards.ijw.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An element that a test can change in any way, also into something that is no message. */
public final class XmlTree {
    public String name;
    public String namespace;
    public @Nullable String text;
    /** Written as it is inside the start tag. */
    public String attributes = "";
    /** Written as it is, before the children or instead of the text. */
    public String raw = "";

    public final List<XmlTree> children = new ArrayList<>();

    public XmlTree(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    public XmlTree copy() {
        XmlTree copy = new XmlTree(name, namespace);
        copy.text = text;
        copy.attributes = attributes;
        copy.raw = raw;
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }

    /** Calls for this element and all below it, parents first. */
    public void each(Consumer<XmlTree> visitor) {
        visitor.accept(this);
        List.copyOf(children).forEach(child -> child.each(visitor));
    }

    /** All elements, in the order of the file. */
    public List<XmlTree> all() {
        List<XmlTree> all = new ArrayList<>();
        each(all::add);
        return all;
    }

    public @Nullable XmlTree parentOf(XmlTree wanted) {
        for (XmlTree tree : all()) {
            for (XmlTree child : tree.children) {
                if (child == wanted) {
                    return tree;
                }
            }
        }
        return null;
    }

    /** The file: every element declares its own namespace as default, the least favourable way there is. */
    public String xml() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, "");
        return out.toString();
    }

    private void write(StringBuilder out, String inherited) {
        out.append('<').append(name);
        if (!namespace.equals(inherited)) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append(attributes).append('>').append(raw);
        if (text != null) {
            escape(text, out);
        }
        for (XmlTree child : children) {
            out.append('\n');
            child.write(out, namespace);
        }
        out.append("</").append(name).append('>');
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '\r', '\n', '\t' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
    }
}

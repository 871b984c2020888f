package nl.leercirkel.standards.ijw.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one message class (berichtklasse) holds: its values by path inside the class, whether optional groups are there, and
 * the classes below it by element name.
 */
public final class ClassShape {
    private static final int MOST_SLOTS = 64;

    private final String name;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<String> children = new ArrayList<>();

    ClassShape(String name) {
        this.name = name;
    }

    /** The name in the definition file, such as ToegewezenProduct. */
    public String name() {
        return name;
    }

    /** The place of a value ("Product/Code") or of an optional group ("Product"); the class must have it. */
    public int slot(String path) {
        int slot = optionalSlot(path);
        if (slot < 0) {
            throw new IllegalArgumentException(name + " has no " + path);
        }
        return slot;
    }

    /** As {@link #slot(String)}, or -1 when only the other law or the return message has it. */
    public int optionalSlot(String path) {
        return slots.getOrDefault(path, -1);
    }

    /** Whether there is a value here ("Product/Code") or a group with values ("Product"). */
    public boolean has(String path) {
        return slots.containsKey(path) || slots.keySet().stream().anyMatch(slot -> slot.startsWith(path + "/"));
    }

    public int slotCount() {
        return slots.size();
    }

    /** The place of the classes below this one that stand in elements of that name, or -1. */
    public int child(String elementName) {
        return children.indexOf(elementName);
    }

    public int childCount() {
        return children.size();
    }

    int addSlot(String path) {
        if (slots.size() == MOST_SLOTS) {
            throw new IllegalStateException(name + " has more than " + MOST_SLOTS + " values");
        }
        return slots.computeIfAbsent(path, key -> slots.size());
    }

    int addChild(String elementName) {
        int known = children.indexOf(elementName);
        if (known >= 0) {
            return known;
        }
        children.add(elementName);
        return children.size() - 1;
    }
}

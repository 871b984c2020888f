package nl.leercirkel.standards.ijw.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All messages of release 3.2 of both laws. */
public final class Definitions {
    private static final Definitions RELEASE_3_2 = new Definitions(Resources.lines("berichten-3.2.txt"));

    private final Map<MessageType, MessageDefinition> byType = new LinkedHashMap<>();
    private final Map<String, MessageDefinition> byNamespace = new LinkedHashMap<>();

    private Definitions(List<String> lines) {
        for (Law law : Law.values()) {
            DefinitionFile file = new DefinitionFile(law, lines, CodeLists.release32());
            for (DefinitionFile.Line message : file.messages()) {
                MessageDefinition definition = new DefinitionBuilder(file, message, law).build();
                byType.put(definition.type(), definition);
                byNamespace.put(definition.namespace(), definition);
            }
        }
    }

    public static Definitions release32() {
        return RELEASE_3_2;
    }

    public MessageDefinition get(MessageType type) {
        return Objects.requireNonNull(byType.get(type), () -> "no definition of " + type);
    }

    public MessageDefinition get(Law law, MessageKind kind) {
        return get(new MessageType(law, kind));
    }

    public Optional<MessageDefinition> byNamespace(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace));
    }

    public Collection<MessageDefinition> all() {
        return new ArrayList<>(byType.values());
    }
}

package nl.leercirkel.standards.ijw.rule;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a message does not keep.
 *
 * @param rule code of the rule, such as CS003
 * @param returnCode code of WJ001 for the return message; null where the standard has none (325 is not answered)
 * @param classPath path of the message class that gets the return code, as /Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]
 * @param element the element within that class, or empty for the class itself
 * @param value what stands there, if it says nothing about a person
 * @param explanation what the rule asks, in Dutch
 */
public record Finding(
        String rule,
        @Nullable String returnCode,
        String classPath,
        String element,
        @Nullable String value,
        String explanation) {

    /** The whole path. */
    public String path() {
        return element.isEmpty() ? classPath : classPath + "/" + element;
    }
}

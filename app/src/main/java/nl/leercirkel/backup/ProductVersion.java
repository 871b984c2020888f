package nl.leercirkel.backup;

import java.util.Optional;

/** The version of Leercirkel, as the build wrote it into the jar. */
final class ProductVersion {

    private ProductVersion() {}

    static String current() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("ontwikkelversie");
    }
}

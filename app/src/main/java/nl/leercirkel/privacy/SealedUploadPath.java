package nl.leercirkel.privacy;

/**
 * An address to which people send files with personal data; a module declares it as a bean.
 *
 * @param path as in a mapping: /bronnen/{dataset}/inlezen
 */
public record SealedUploadPath(String path) {}

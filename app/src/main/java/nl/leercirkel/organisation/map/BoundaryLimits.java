package nl.leercirkel.organisation.map;

/**
 * What a border file may ask of this machine.
 *
 * @param bytes size of the file
 * @param depth how deep lists and objects may be nested
 * @param points coordinates, also counted again for each time a TopoJSON arc is used
 */
public record BoundaryLimits(long bytes, int depth, int points) {

    public static final BoundaryLimits STANDARD = new BoundaryLimits(50_000_000, 64, 1_500_000);

    public BoundaryLimits {
        if (bytes < 1 || depth < 1 || points < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}

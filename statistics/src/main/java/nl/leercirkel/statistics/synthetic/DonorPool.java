package nl.leercirkel.statistics.synthetic;

/** Whether the treated unit may be a donor when an untreated unit plays its part. */
public enum DonorPool {
    /** As Abadie, Diamond and Hainmueller (2010): every unit gets a turn in the same pool, exact when nothing had an effect. */
    WITH_TREATED,
    /** The treated unit's outcome may hold an effect, so it stays out. */
    WITHOUT_TREATED
}

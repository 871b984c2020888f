package nl.leercirkel.job;

/** How far the work is; a total of 0 means not known. */
record Progress(long done, long total, String text) {
    static final Progress NONE = new Progress(0, 0, "");

    Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("Progress below zero: " + done + " of " + total);
        }
    }
}

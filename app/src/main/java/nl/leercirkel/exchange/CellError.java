package nl.leercirkel.exchange;

/** What is wrong with one cell. An empty column means the whole row, row 0 the whole sheet. */
record CellError(String sheet, int row, String column, String message) {
    /** "Blad Projecten, rij 12, kolom Begin: ...". */
    @Override
    public String toString() {
        return "Blad " + sheet + (row == 0 ? "" : ", rij " + row) + (column.isEmpty() ? "" : ", kolom " + column) + ": "
                + message;
    }
}

package nl.leercirkel.standards.cbs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A page of a part of a table.
 *
 * @param part "TypedDataSet", "DataProperties", "Observations", the name of a dimension ...
 * @param query OData options ("$filter") with their values, not encoded
 * @param page from 0
 * @param next the address that the page before gave for this one; empty where it gave none
 */
public record CbsRequest(
        CbsVersion version, String table, String part, Map<String, String> query, int page, String next) {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_]{1,100}");

    public CbsRequest {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        if (!NAME.matcher(table).matches() || !NAME.matcher(part).matches()) {
            throw new IllegalArgumentException("no name of a table or part: " + table + "/" + part);
        }
    }

    static CbsRequest of(CbsVersion version, String table, String part) {
        return new CbsRequest(version, table, part, Map.of(), 0, "");
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}

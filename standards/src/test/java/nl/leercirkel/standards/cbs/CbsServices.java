package nl.leercirkel.standards.cbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the two services answer, for a small table of each: T1NED of version 3, T2NED of version 4. */
final class CbsServices {

    static final int ROWS = 25;
    private static final Pattern PAGE = Pattern.compile("\\$top=(\\d+)&\\$skip=(\\d+)");

    private CbsServices() {}

    static String wide(String rows) {
        return "{\"odata.metadata\":\"x\",\"value\":[" + rows + "]}";
    }

    static String region(int number) {
        return "GM%04d".formatted(number);
    }

    static String wideRow(int number) {
        return "{\"ID\":%d,\"RegioS\":\"%s    \",\"Perioden\":\"2022JJ00\",\"Jeugd_1\":%s,\"Naam_2\":\" n%d \",\"Wmo_3\":%d}"
                .formatted(number, region(number), number == 3 ? "null" : number + ".5", number, number);
    }

    /** A table of version 3 with 25 regions, of which at most ten come in a page, whatever is asked. */
    static String version3(String path) {
        String part = path.substring("/odata/T1NED/".length()).split("\\?")[0];
        if (!part.equals("TypedDataSet") && path.contains("$skip=") && !path.contains("$skip=0")) {
            return wide("");
        }
        return switch (part) {
            case "TableInfos" -> wide("{\"Title\":\"Proef\",\"Period\":\"2022\",\"Modified\":\"2023-01-01\"}");
            case "DataProperties" -> wide("""
                        {"ID":0,"ParentID":null,"Type":"GeoDimension","Key":"RegioS","Title":"Regio"},
                        {"ID":1,"ParentID":null,"Type":"TimeDimension","Key":"Perioden","Title":"Perioden"},
                        {"ID":2,"ParentID":null,"Type":"TopicGroup","Key":"","Title":"Zorg"},
                        {"ID":3,"ParentID":2,"Type":"Topic","Key":"Jeugd_1","Title":"Jeugd","Unit":"%","Decimals":1,"Datatype":"Double"},
                        {"ID":4,"ParentID":null,"Type":"Topic","Key":"Naam_2","Title":"Naam","Datatype":"String"},
                        {"ID":5,"ParentID":2,"Type":"Topic","Key":"Wmo_3","Title":"Wmo","Unit":"per 1 000 inwoners","Decimals":0,"Datatype":"Long"}
                        """);
            case "Perioden" -> wide("{\"Key\":\"2022JJ00\",\"Title\":\"2022*\"}");
            case "RegioS" -> {
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < ROWS; i++) {
                    all.append(i == 0 ? "" : ",")
                            .append("{\"Key\":\"")
                            .append(region(i))
                            .append("    \",\"Title\":\"r\"}");
                }
                yield wide(all.toString());
            }
            default -> {
                Matcher page = PAGE.matcher(path);
                assertThat(page.find()).isTrue();
                int from = Integer.parseInt(page.group(2));
                StringBuilder some = new StringBuilder();
                for (int i = from; i < Math.min(from + 10, ROWS); i++) {
                    some.append(i == from ? "" : ",").append(wideRow(i));
                }
                yield wide(some.toString());
            }
        };
    }

    static String version4(String path, URI base) {
        String part = path.substring("/odata/T2NED/".length());
        if (part.startsWith("Observations?page2")) {
            return "{\"value\":[{\"Id\":2,\"Measure\":\"M1\",\"ValueAttribute\":\"Impossible\",\"Value\":null,\"RegioS\":\"GM0002\"},"
                    + "{\"Id\":3,\"Measure\":\"M9\",\"ValueAttribute\":\"None\",\"Value\":1,\"RegioS\":\"GM0002\"}]}";
        }
        return switch (part.split("\\?")[0]) {
            case "Properties" ->
                "{\"@odata.context\":\"x\",\"Identifier\":\"T2NED\",\"Title\":\"Proef 4\",\"License\":\"https://creativecommons.org/licenses/by/4.0/\"}";
            case "Dimensions" ->
                "{\"value\":[{\"Identifier\":\"RegioS\",\"Title\":\"Regio\",\"Kind\":\"GeoDimension\"}]}";
            case "RegioSCodes" ->
                "{\"value\":[{\"Identifier\":\"GM0001\",\"Title\":\"a\"},{\"Identifier\":\"GM0002\",\"Title\":\"b\"}]}";
            case "MeasureGroups" ->
                "{\"value\":[{\"Id\":\"G1\",\"Title\":\"Top\",\"ParentId\":\"G2\"},{\"Id\":\"G2\",\"Title\":\"Kring\",\"ParentId\":\"G1\"}]}";
            case "MeasureCodes" ->
                "{\"value\":[{\"Identifier\":\"M1\",\"Title\":\"Jeugd\",\"Unit\":\"aantal\",\"Decimals\":0,\"MeasureGroupId\":\"G1\",\"DataType\":\"Long\"}]}";
            case "Observations" ->
                "{\"value\":[{\"Id\":1,\"Measure\":\"M1\",\"ValueAttribute\":\"None\",\"Value\":12,\"RegioS\":\"GM0001\"}],"
                        + "\"@odata.nextLink\":\"" + base + "/T2NED/Observations?page2\"}";
            default -> throw new AssertionError(path);
        };
    }
}

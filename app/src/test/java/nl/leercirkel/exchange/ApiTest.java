package nl.leercirkel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.TreeSet;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same as JSON. */
class ApiTest extends ExchangeCase {
    @Test
    void anotherAuthorityFindsNothing() {
        Actor other = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        for (String path : List.of(
                "/portfolio/" + programmeId + "/excel",
                "/portfolio/" + programmeId + "/excel/projecten.xlsx",
                "/api/v1/programmes/" + programmeId,
                "/api/v1/programmes/" + programmeId + "/projects",
                "/api/v1/projects/" + recept)) {
            assertThat(perform(other, get(path)).getResponse().getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        MvcResult put = perform(
                other,
                MockMvcRequestBuilders.put("/api/v1/projects/" + recept)
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fields\":{\"naam\":\"Inbraak\"}}"));
        assertThat(put.getResponse().getStatus()).isEqualTo(404);
        assertThat(put.getResponse().getContentType()).startsWith("application/problem+json");
    }

    @Test
    void theApiReadsAndReplacesAProject() throws Exception {
        String path = "/api/v1/projects/" + buurtcirkels;
        MvcResult read = perform(manager, get(path));
        assertThat(read.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        JsonNode json = JsonMapper.shared().readTree(read.getResponse().getContentAsString());
        assertThat(json.at("/fields/naam").asString()).isEqualTo("Buurtcirkels");
        assertThat(json.at("/rows/geld/0/bedrag").asString()).isEqualTo("700.000,50");
        String body = read.getResponse().getContentAsString().replace("\"loopt\"", "\"afgerond\"");
        assertThat(put(path, null, body).getResponse().getStatus()).isEqualTo(428);
        assertThat(put(path, "\"2\"", body).getResponse().getStatus()).isEqualTo(412);
        assertThat(put(path, "\"1\"", "{").getResponse().getStatus()).isEqualTo(400);
        MvcResult wrong = put(path, "\"1\"", "{\"fields\":{\"naam\":\"B\",\"periode\":\"ooit\"}}");
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        assertThat(wrong.getResponse().getContentAsString()).contains("\"field\":\"periode\"");
        assertThat(put(path, "\"1\"", "{\"fields\":{\"naam\":\"B\",\"prijs\":\"1\"}}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(stored(buurtcirkels).version()).isEqualTo(1);
        MvcResult done = put(path, "\"1\"", body);
        assertThat(done.getResponse().getStatus()).isEqualTo(200);
        assertThat(done.getResponse().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(stored(buurtcirkels).data().state().term()).isEqualTo("afgerond");
        assertThat(stored(buurtcirkels).data().funding()).hasSize(2);
    }

    @Test
    void theApiReplacesAProgrammeAddsAProjectAndListsDecisions() throws Exception {
        String path = "/api/v1/programmes/" + programmeId;
        MvcResult read = perform(manager, get(path));
        assertThat(read.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        JsonNode json = JsonMapper.shared().readTree(read.getResponse().getContentAsString());
        assertThat(json.at("/fields/naam").asString()).isEqualTo("Zorgzame Stad");
        assertThat(json.at("/rows/lijnen/0/naam").asString()).isEqualTo("Toegang");
        String body = read.getResponse().getContentAsString().replace("\"passender\\nsneller\"", "\"passender\"");
        assertThat(body).isNotEqualTo(read.getResponse().getContentAsString());
        assertThat(put(path, "\"7\"", body).getResponse().getStatus()).isEqualTo(412);
        // a line with projects is not dropped by leaving it out
        MvcResult without = put(path, "\"1\"", "{\"fields\":{\"naam\":\"Zorgzame Stad\"}}");
        assertThat(without.getResponse().getStatus()).isEqualTo(422);
        assertThat(put(path, "\"1\"", body).getResponse().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(as(manager, () -> portfolios.programme(programmeId).orElseThrow())
                        .data()
                        .criteria())
                .containsExactly("passender");

        MvcResult added = perform(
                manager,
                post(path + "/projects")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fields\":{\"naam\":\"Nieuw\",\"lijn\":\"toegang\"}}"));
        assertThat(added.getResponse().getStatus()).isEqualTo(201);
        String location = String.valueOf(added.getResponse().getHeader("Location"));
        assertThat(perform(manager, get(location)).getResponse().getContentAsString())
                .contains("\"naam\":\"Nieuw\"", "\"lijn\":\"Toegang\"");
        MvcResult twice = perform(
                manager,
                post(path + "/projects")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fields\":{\"naam\":\"Nieuw\",\"prijs\":\"1\"}}"));
        assertThat(twice.getResponse().getStatus()).isEqualTo(422);

        JsonNode decisions = JsonMapper.shared()
                .readTree(
                        perform(manager, get("/api/v1/decisions")).getResponse().getContentAsString());
        assertThat(decisions.at("/decisions/0/project").asString()).isEqualTo("Buurtcirkels");
        assertThat(decisions.at("/decisions/0/kind").asString()).isEqualTo("geborgd");
        assertThat(decisions.at("/decisions/0/followUpOn").asString()).isEqualTo("2022-03-01");
    }

    @Test
    void theDescriptionNamesExactlyTheEndpointsThereAre() throws Exception {
        TreeSet<String> real = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path))));
        TreeSet<String> described = new TreeSet<>();
        JsonNode description =
                JsonMapper.shared().readTree(new ClassPathResource("api/openapi.json").getContentAsByteArray());
        String server = description.at("/servers/0/url").asString();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name ->
                                List.of("get", "put", "post", "delete", "patch").contains(name))
                        .forEach(name ->
                                described.add(name.toUpperCase(java.util.Locale.ROOT) + " " + server + path.getKey())));
        assertThat(described).isEqualTo(real).hasSize(9);
        assertThat(description.at("/info/version").asString()).isEqualTo(ApiConfiguration.VERSION);
    }

    private MvcResult put(String path, String ifMatch, String body) {
        var request = MockMvcRequestBuilders.put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return perform(manager, ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}

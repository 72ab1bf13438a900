package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulumiscale.webhook.IntentFactory;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document is about this server; its answers are held against it in every test that has a {@link Door}. */
class OpenApiTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void everyRouteIsInItAndNothingElse() {
        List<String> routes = ScalerServer.routes(
                        HttpSettings.on("127.0.0.1", 0),
                        door.scaler.backend(door.clock, door.events),
                        new IntentFactory(door.clock, new Random(1)),
                        () -> 0,
                        door.clock)
                .stream()
                .map(route -> route.method() + " " + String.join("/", route.segments()))
                .sorted()
                .toList();
        assertThat(OpenApi.own().operations()).isEqualTo(routes);
    }

    @Test
    void itIsServedToWhoeverHasAToken() {
        HttpResponse<String> response = door.get("/openapi.json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Door.json(response).path("openapi").textValue()).startsWith("3.1.");
        assertThat(door.sendBare("/openapi.json", it -> it.GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(OpenApi.own().references())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(OpenApi.own()
                                .document()
                                .at(reference.substring(1))
                                .isObject())
                        .isTrue());
    }

    @Test
    void whatHasNoTokenInTheServerHasNoneInTheDocument() {
        OpenApi.own().operations().stream()
                .filter(it -> it.startsWith("GET ") && !it.contains("{"))
                .forEach(it -> {
                    String path = it.substring(4);
                    JsonNode get =
                            OpenApi.own().document().path("paths").path(path).path("get");
                    boolean open = get.path("security").isArray()
                            && get.path("security").isEmpty();
                    assertThat(door.sendBare(path, request -> request.GET()).statusCode() != 401)
                            .as(path)
                            .isEqualTo(open);
                });
    }

    @Test
    void anAnswerThatTheDocumentDoesNotHaveIsNoticed() {
        JsonNode pool = Door.json(door.get("/pools")).at("/pools/0");
        JsonNode schema = OpenApi.own().schema("Pool");
        OpenApi.own().validate(schema, pool);
        ((ObjectNode) pool).put("colour", "blue");
        assertThatThrownBy(() -> OpenApi.own().validate(schema, pool)).hasMessageContaining("colour");
        ((ObjectNode) pool).remove("colour");
        ((ObjectNode) pool).put("stale", "no");
        assertThatThrownBy(() -> OpenApi.own().validate(schema, pool)).hasMessageContaining("stale");
    }
}

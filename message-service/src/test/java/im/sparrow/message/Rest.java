package im.sparrow.message;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Id;
import im.sparrow.message.frame.Json;
import im.sparrow.testing.TestTokens;
import io.restassured.response.Response;
import java.io.UncheckedIOException;

/** What people and gateways ask over HTTP. */
public final class Rest {

    private Rest() {}

    /** A person's question; its answer must be 200. */
    public static JsonNode get(Id user, String path) {
        return json(answer(user, path));
    }

    /** A person's question, whatever the answer. */
    public static Response answer(Id user, String path) {
        return given().auth().oauth2(TestTokens.user(user.value()).sign()).get("/api/v1" + path);
    }

    /** A gateway's question; its answer must be 200. */
    public static JsonNode gateway(String path, String question) {
        return json(gatewayAnswer(path, question));
    }

    /** A gateway's question, whatever the answer. */
    public static Response gatewayAnswer(String path, String question) {
        return given().auth()
                .oauth2(TestTokens.service("gateway").sign())
                .contentType("application/json")
                .body(question)
                .post("/internal/v1" + path);
    }

    /** The document of an answer that must be 200. */
    public static JsonNode json(Response answer) {
        try {
            return Json.MAPPER.readTree(answer.then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

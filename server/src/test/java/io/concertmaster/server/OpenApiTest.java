package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Route;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The document of the API: right by a parser that others use, and all of the table. */
class OpenApiTest extends ServerFixture {
  @Test
  void whatElseIsAnsweredWhenAllIsWellIsTold() throws Exception {
    JsonObject paths =
        (JsonObject) call(null, "GET", "/api/v1/openapi.json", null).json().get("paths");
    assertThat(responses(paths, "/api/v1/runs/{run}/events", "get").get("204"))
        .isEqualTo(
            JsonObject.of(
                "description", "The run has ended, and all that happened in it is known"));
    JsonObject started = responses(paths, "/api/v1/runs", "post");
    assertThat(((JsonObject) started.get("200")).get("content"))
        .isEqualTo(((JsonObject) started.get("201")).get("content"));
  }

  private static JsonObject responses(JsonObject paths, String path, String method) {
    JsonObject operation = (JsonObject) ((JsonObject) paths.get(path)).get(method);
    return (JsonObject) operation.get("responses");
  }

  @Test
  void theDocumentIsRightAndTellsEveryRoute() throws Exception {
    String text = call(null, "GET", "/api/v1/openapi.json", null).response().body();
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
    assertThat(result.getMessages()).isEmpty();
    OpenAPI document = result.getOpenAPI();
    assertThat(document.getOpenapi()).startsWith("3.1");
    List<Operation> operations =
        document.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .toList();
    assertThat(operations.stream().map(Operation::getOperationId).toList())
        .containsExactlyInAnyOrderElementsOf(
            server.routes().routes().stream()
                .filter(route -> !route.page())
                .map(Route::id)
                .toList());
    for (Operation each : operations) {
      assertThat(each.getSummary()).as(each.getOperationId()).isNotBlank();
      assertThat(each.getDescription()).as(each.getOperationId()).isNotBlank();
      assertThat(each.getTags()).as(each.getOperationId()).hasSize(1);
      assertThat(each.getResponses()).as(each.getOperationId()).containsKey("default");
      assertThat(each.getSecurity()).as(each.getOperationId()).isNotNull();
    }
    assertThat(document.getTags().stream().map(Objects::requireNonNull).map(tag -> tag.getName()))
        .containsAll(operations.stream().flatMap(each -> each.getTags().stream()).toList());
  }
}

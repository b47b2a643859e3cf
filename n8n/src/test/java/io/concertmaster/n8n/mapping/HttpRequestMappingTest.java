package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestMappingTest {
  private static JsonObject newest(String settings) {
    Read read = Read.of("httpRequest", 4.2, settings);
    assertThat(read.leftOut()).isEmpty();
    return read.settings();
  }

  @Test
  void a_plain_request_needs_no_more_than_its_url() {
    assertThat(newest("{'url':'https://example.org','options':{}}"))
        .isEqualTo(Read.json("{'url':'https://example.org','fileItem':'keep'}"));
  }

  @Test
  void query_headers_and_body_come_as_pairs_or_json() {
    JsonObject pairs =
        newest(
            """
            {'method':'POST','url':'u','sendQuery':true,
             'queryParameters':{'parameters':[{'name':'a','value':'=1'}]},
             'sendHeaders':true,'headerParameters':{'parameters':[{'name':'h','value':'2'}]},
             'sendBody':true,'bodyParameters':{'parameters':[{'name':'b','value':'3'}]},'options':{}}
            """);
    assertThat(pairs)
        .containsEntry("method", "POST")
        .containsEntry("query", JsonArray.of(Read.json("{'name':'a','value':'=1'}")))
        .containsEntry("headers", JsonArray.of(Read.json("{'name':'h','value':'2'}")))
        .containsEntry("body", "fields")
        .containsEntry("fields", JsonArray.of(Read.json("{'name':'b','value':'3'}")));

    JsonObject json =
        newest(
            """
            {'url':'u','sendQuery':true,'specifyQuery':'json','jsonQuery':'{}',
             'sendHeaders':true,'specifyHeaders':'json','jsonHeaders':'{}',
             'sendBody':true,'specifyBody':'=json','jsonBody':'={{ $json }}'}
            """);
    assertThat(json)
        .containsEntry("queryJson", "{}")
        .containsEntry("headersJson", "{}")
        .containsEntry("body", "json")
        .containsEntry("json", "={{ $json }}");
  }

  @Test
  void what_is_switched_off_is_not_sent() {
    assertThat(
            newest(
                """
                {'url':'u','sendBody':false,'jsonBody':'x','sendQuery':false,
                 'queryParameters':{'parameters':[{'name':'a','value':'1'}]}}
                """))
        .doesNotContainKeys("body", "query");
  }

  @Test
  void files_go_out_whole_or_in_forms() {
    assertThat(newest("{'url':'u','sendBody':true,'contentType':'binaryData'}"))
        .containsEntry("body", "file");
    assertThat(
            newest(
                """
                {'url':'u','sendBody':true,'contentType':'multipart-form-data','bodyParameters':
                 {'parameters':[{'parameterType':'formBinaryData','name':'f','inputDataFieldName':'img'},
                                {'name':'t','value':'v'}]}}
                """))
        .containsEntry("body", "multipart")
        .containsEntry(
            "parts",
            JsonArray.of(
                Read.json("{'name':'f','kind':'file','file':'img'}"),
                Read.json("{'name':'t','value':'v'}")));
  }

  @Test
  void options_come_through() {
    assertThat(
            newest(
                """
                {'url':'u','options':{'timeout':90000,'allowUnauthorizedCerts':true,
                 'lowercaseHeaders':false,'proxy':'http://p:1',
                 'redirect':{'redirect':{'maxRedirects':7}},
                 'batching':{'batch':{'batchSize':10,'batchInterval':500}},
                 'response':{'response':{'fullResponse':true,'neverError':true,
                   'responseFormat':'text','outputPropertyName':'page'}}}}
                """))
        .isEqualTo(
            Read.json(
                """
                {'url':'u','timeout':90,'anyCertificate':true,'proxy':'http://p:1','mostRedirects':7,
                 'batchSize':10,'batchPause':0.5,'full':true,'neverError':true,'response':'text',
                 'textField':'page'}
                """));
    assertThat(newest("{'url':'u','options':{'timeout':'={{ $json.s * 1000 }}'}}"))
        .containsEntry("timeout", "={{ ($json.s * 1000) / 1000 }}");
  }

  @Test
  void pages_come_through() {
    assertThat(
            newest(
                """
                {'url':'u','options':{'pagination':{'pagination':{
                  'parameters':{'parameters':[{'type':'body','name':'page','value':'={{ $pageCount }}'}]},
                  'paginationCompleteWhen':'other','completeExpression':'={{ !$response.body.next }}',
                  'limitPagesFetched':true,'maxRequests':3}}}}
                """))
        .containsEntry("pages", "parameters")
        .containsEntry("pagesEnd", "condition")
        .containsEntry("endCondition", "={{ !$response.body.next }}")
        .containsEntry("mostPages", 3L)
        .containsEntry(
            "pageParameters",
            JsonArray.of(Read.json("{'place':'body','name':'page','value':'={{ $pageCount }}'}")));
  }

  @Test
  void credentials_become_slots_that_have_to_be_filled() {
    Read read =
        Read.of(
            "httpRequest",
            4.2,
            "{'url':'u','authentication':'predefinedCredentialType','nodeCredentialType':'openAiApi'}");
    assertThat(read.settings())
        .containsEntry("authentication", "credential")
        .containsEntry("slot", "openAiApi");
    assertThat(read.findings()).singleElement().asString().contains("openAiApi");
  }

  @Test
  void the_first_versions_have_other_names_for_the_same() {
    JsonObject settings =
        Read.of(
                "httpRequest",
                1,
                """
                {'requestMethod':'POST','url':'u','responseFormat':'string','dataPropertyName':'page',
                 'jsonParameters':true,'bodyParametersJson':'={{ $json }}',
                 'headerParametersJson':'{}','authentication':'headerAuth',
                 'options':{'fullResponse':true}}
                """)
            .settings();
    assertThat(settings)
        .containsEntry("method", "POST")
        .containsEntry("response", "text")
        .containsEntry("textField", "page")
        .containsEntry("body", "json")
        .containsEntry("json", "={{ $json }}")
        .containsEntry("headersJson", "{}")
        .containsEntry("slot", "httpHeaderAuth")
        .containsEntry("full", true);
    assertThat(
            Read.of(
                    "httpRequest",
                    2,
                    """
                    {'url':'u','responseFormat':'file','options':{'splitIntoItems':true},
                     'queryParametersUi':{'parameter':[{'name':'a','value':'1'}]}}
                    """)
                .settings())
        .containsEntry("response", "file")
        .containsEntry("query", JsonArray.of(Read.json("{'name':'a','value':'1'}")));
  }

  @Test
  void a_setting_that_nobody_knows_is_told() {
    assertThat(Read.of("httpRequest", 4.2, "{'url':'u','options':{'brandNew':1}}").leftOut())
        .containsExactly("options.brandNew");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'url':'u','fileItem':'keep'}",
        "{'method':'PUT','url':'u','query':[{'name':'a','value':'1'}],'queryLists':'brackets',"
            + "'headers':[{'name':'h','value':'x'}],'body':'json','json':'{}','fileItem':'keep'}",
        "{'url':'u','body':'form','form':[{'name':'a','value':'1'}],'response':'json'}",
        "{'url':'u','body':'multipart','parts':[{'name':'a','kind':'file','file':'x'}],"
            + "'response':'file','binaryProperty':'b','fileItem':'keep'}",
        "{'url':'u','body':'text','text':'<a/>','contentType':'text/xml','response':'text'}",
        "{'url':'u','pages':'nextUrl','nextUrl':'={{ $response.body.next }}','mostPages':4,"
            + "'timeout':1.5,'batchSize':5,'batchPause':2,'full':true,'fileItem':'keep'}",
        "{'url':'u','pages':'parameters','pageParameters':[{'place':'header','name':'p',"
            + "'value':'={{ $pageCount }}'}],'pagesEnd':'status','endStatus':'404',"
            + "'authentication':'credential','slot':'httpBasicAuth','fileItem':'keep'}"
      })
  void what_is_written_reads_as_the_same(String settings) {
    JsonObject ours = Read.json(settings);

    assertThat(Read.again("httpRequest", "http.request", ours)).isEqualTo(ours);
  }

  @Test
  void requests_that_people_published_lose_nothing() throws IOException {
    String shared = System.getProperty("concertmaster.shared", "");
    Path wild = Path.of(shared, "wild");
    assumeTrue(!shared.isEmpty() && Files.isDirectory(wild), "no published workflows here");
    List<JsonObject> requests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(wild)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        if (Json.parse(Files.readString(file)) instanceof JsonObject workflow) {
          ForeignNode.objects(workflow.get("nodes")).stream()
              .filter(node -> "n8n-nodes-base.httpRequest".equals(node.get("type")))
              .forEach(requests::add);
        }
      }
    }

    assertThat(requests).hasSizeGreaterThan(300);
    assertThat(requests).flatExtracting(node -> Read.of(node).leftOut()).isEmpty();
  }
}

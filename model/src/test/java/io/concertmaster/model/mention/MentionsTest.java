package io.concertmaster.model.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "={{ $('Old').item.json.a }} | ={{ $('N''e\"w').item.json.a }}",
        "={{ $(\"Old\").first() + $( 'Old' ).last() }} | ={{ $(\"N'e\\\"w\").first() + $( 'N\\'e\"w' ).last() }}",
        "={{ $node[\"Old\"].json }} and {{ $node.Old.json }} | ={{ $node[\"N'e\\\"w\"].json }} and {{ $node[\"N'e\\\"w\"].json }}",
        "={{ $(`Old`).all() }} | ={{ $(`N'e\"w`).all() }}",
        "={{ $('\\u004fld').all() }} | ={{ $('N\\'e\"w').all() }}",
        "={{ `a ${ $('Old').item } b` }} | ={{ `a ${ $('N\\'e\"w').item } b` }}",
        "={{ $json.a.replace(/'/g, $('Old').x) }} | ={{ $json.a.replace(/'/g, $('N\\'e\"w').x) }}",
        "={{ 4 / 2 / $('Old').x }} | ={{ 4 / 2 / $('N\\'e\"w').x }}",
        "={{ $('Old').x + | ={{ $('N\\'e\"w').x +",
      })
  void mentionsAreRewrittenInTheirOwnQuotes(String before, String after) {
    String expected = after.replace("'N''e", "'N\\'e");
    assertThat(Mentions.rename(JsonObject.of("p", before), "Old", "N'e\"w"))
        .isEqualTo(JsonObject.of("p", expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "$('Old') in plain text",
        "=text $('Old') outside of a block {{ 1 }}",
        "={{ \"$('Old')\" }}",
        "={{ `$('Old')` }}",
        "={{ 1 /* $('Old') */ }}",
        "={{ /$('Old')/.test($json.a) }}",
        "={{ x.$('Old') }}",
        "={{ $('Older').item }}",
        "={{ $('Old' + 1).item }}",
        "={{ my$('Old') }}",
        "={{ $json.$node.Old }}",
      })
  void whatIsNoMentionStays(String text) {
    JsonObject parameters = JsonObject.of("p", text);
    assertThat(Mentions.rename(parameters, "Old", "New")).isSameAs(parameters);
  }

  @Test
  void mentionsAreFoundInListsAndObjects() {
    JsonObject parameters =
        JsonObject.of(
            "a", JsonArray.of(1, "={{ $('Old').x }}"), "b", JsonObject.of("c", "={{ $('Old') }}"));

    assertThat(Mentions.rename(parameters, "Old", "New"))
        .isEqualTo(
            JsonObject.of(
                "a",
                JsonArray.of(1, "={{ $('New').x }}"),
                "b",
                JsonObject.of("c", "={{ $('New') }}")));
  }

  @Test
  void aNameWithBracesDoesNotEndTheBlock() {
    JsonObject renamed =
        Mentions.rename(JsonObject.of("p", "={{ $('Old').x }} {{ $('Old').y }}"), "Old", "a}}b\\");

    assertThat(Mentions.in((String) renamed.get("p")))
        .extracting(Mention::name)
        .containsExactly("a}}b\\", "a}}b\\");
  }

  @Test
  void randomTextIsScannedWithoutFailure() {
    Random random = new Random(7);
    String alphabet = "={}$('\"`)[]/\\.nodeOld *\n+u0";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("={{");
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String parameter = text.toString();
      assertThat(Mentions.in(parameter))
          .allMatch(each -> each.start() > 2 && each.end() <= parameter.length());
    }
  }
}

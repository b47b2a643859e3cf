package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpressionTokensTest {
  private static String pieces(String parameter) {
    return ExpressionTokens.of(parameter).stream()
        .map(p -> parameter.substring(p.start(), p.end()) + "/" + p.kind())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aParameterWithoutEqualsSignIsText() {
    assertThat(pieces("a {{ 1 }}")).isEqualTo("a {{ 1 }}/TEXT");
    assertThat(ExpressionTokens.of("")).isEmpty();
  }

  @Test
  void eachPieceHasItsKind() {
    assertThat(pieces("=Hi {{ $json.name.trim() + 'x' / 2 }}!"))
        .isEqualTo(
            "=/MARK Hi /TEXT {{/MARK $json/VARIABLE ./OPERATOR name/PROPERTY ./OPERATOR"
                + " trim/FUNCTION (/OPERATOR )/OPERATOR +/OPERATOR 'x'/STRING //OPERATOR 2/NUMBER"
                + " }}/MARK !/TEXT");
    assertThat(pieces("={{ {a: typeof x ? /re/g : null} }}"))
        .isEqualTo(
            "=/MARK {{/MARK {/OPERATOR a/PROPERTY :/OPERATOR typeof/KEYWORD x/NAME ?/OPERATOR"
                + " /re/g/REGEX :/OPERATOR null/KEYWORD }/OPERATOR }}/MARK");
    assertThat(pieces("={{ `a${ x }b` }}"))
        .isEqualTo("=/MARK {{/MARK `a${/STRING x/NAME }b`/STRING }}/MARK");
  }

  @Test
  void whatIsNotFinishedIsColouredAsFarAsItGoes() {
    assertThat(pieces("={{ $json. }}"))
        .isEqualTo("=/MARK {{/MARK $json/VARIABLE ./OPERATOR }}/MARK");
    assertThat(pieces("={{ 1 2 'x }}"))
        .isEqualTo("=/MARK {{/MARK 1/NUMBER 2/NUMBER 'x /ERROR }}/MARK");
    assertThat(pieces("={{ $json.a + "))
        .isEqualTo("=/MARK {{/MARK $json/VARIABLE ./OPERATOR a/PROPERTY +/OPERATOR");
  }

  @Test
  void piecesNeverOverlapWhateverIsTyped() {
    Random random = new Random(7);
    String signs = "={}{}$json.a'\"`/\\+-()[]?.:,;xn0 1\n=>é😀";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder typed = new StringBuilder("={{");
      for (int i = random.nextInt(25); i > 0; i--) {
        typed.append(signs.charAt(random.nextInt(signs.length())));
      }
      int end = 0;
      for (ExpressionTokens.Piece piece : ExpressionTokens.of(typed.toString())) {
        assertThat(piece.start()).as(typed.toString()).isGreaterThanOrEqualTo(end);
        assertThat(piece.end()).as(typed.toString()).isGreaterThan(piece.start());
        end = piece.end();
      }
      assertThat(end).as(typed.toString()).isLessThanOrEqualTo(typed.length());
    }
  }
}

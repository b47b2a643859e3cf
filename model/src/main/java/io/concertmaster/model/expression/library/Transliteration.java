package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Frame;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in plain letters: Latin, Greek and Cyrillic letters as they are usually written in
 * English, signs by what resembles them. What has no plain letters becomes a question mark.
 */
final class Transliteration {
  /** Each letter with what stands for it. */
  private static final String LETTERS =
      "¡! ¢C/ £PS ¤$? ¥Y= ¦| §SS ¨\" ©(c) «<< ¬! ®(r) ¯- °deg ±+- ´' µu ¶P ·* ¸, »>> ¼1/4 "
          + "½1/2 ¾3/4 ÆAE ÐD ×x ØO ÝU ÞTh ßss æae ðd ÷/ øo þth ĐD đd ĦH ħh ıi ĸk ĿL ŀl ŁL łl "
          + "ŉ'n ŊNG ŋng ŒOE œoe ŦT ŧt Ə@ ƐE ƑF ƒf ΆA ·; ΈE ΉI ΊI ΌO ΎU ΏO ΐI ΑA ΒV ΓG ΔD ΕE ΖZ "
          + "ΗI ΘTh ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦF ΧH ΨPs ΩO ΪI ΫY άa έe ήi ίi ΰy αa βv "
          + "γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr ςs σs τt υy φf χh ψps ωo ϊi ϋy όo ύy "
          + "ώo ЁYo ЂDj ЃGj ЄIe ЅDz ІI ЇYi ЈJ ЉLj ЊNj ЋTsh ЌKj ЍI ЎU ЏDzh АA БB ВV ГG ДD ЕE ЖZh "
          + "ЗZ ИI ЙY КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХH ЦC ЧCh ШSh ЩShch ЫY ЭE ЮYu ЯYa аa бb "
          + "вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цc чch шsh щshch ыy эe "
          + "юyu яya ѐje ёyo ђdj ѓgj єie ѕdz іi їyi јj љlj њnj ћtsh ќkj ѝi ўu џdzh ҐG' ґg' ‐- ‑- "
          + "‒- –- —-- ―-- ‖|| ‗_ ‘' ’' ‚, ‛' “\" ”\" „,, ‟\" †+ ‡++ •* ‣*> ‰%0 ′' ″'' ‹< ›> €EU "
          + "™(tm) ";

  private static final Map<Integer, String> PLAIN = plain();

  private Transliteration() {}

  private static Map<Integer, String> plain() {
    Map<Integer, String> plain = new HashMap<>();
    for (String pair : LETTERS.strip().split(" ", -1)) {
      int letter = pair.codePointAt(0);
      plain.put(letter, pair.substring(Character.charCount(letter)));
    }
    return Map.copyOf(plain);
  }

  static Object plain(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 4L);
    StringBuilder text = new StringBuilder(self.length());
    Normalizer.normalize(self, Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> text.append(plain(letter)));
    return text.toString();
  }

  private static String plain(int letter) {
    if (letter < 128) {
      return Character.toString(letter);
    }
    String known = PLAIN.get(letter);
    if (known != null) {
      return known;
    }
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return !bare.isEmpty() && bare.chars().allMatch(c -> c < 128) ? bare.toString() : "?";
  }
}

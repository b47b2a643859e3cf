package io.concertmaster.nodes.sample;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records about nobody, out of a random source: the same seed gives the same records. */
record MadeUp(SplittableRandom random) {
  private static final List<String> FIRST =
      List.of("Ada", "Ben", "Clara", "Dario", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jonas");
  private static final List<String> LAST =
      List.of("Acker", "Berg", "Costa", "Dahl", "Ekman", "Ferrer", "Grau", "Holm", "Ito", "Jansen");
  private static final List<String> STREETS =
      List.of("Mill Lane", "Station Road", "High Street", "Park Avenue", "Elm Walk", "Harbour Way");
  private static final List<List<String>> CITIES =
      List.of(
          List.of("Delft", "South Holland", "Netherlands"),
          List.of("Leipzig", "Saxony", "Germany"),
          List.of("Lyon", "Rhône", "France"),
          List.of("Porto", "Norte", "Portugal"),
          List.of("Austin", "Texas", "United States"));
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String HEX = "0123456789abcdef";

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A text of characters of an alphabet. */
  String text(String alphabet, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
        .collect(Collectors.joining());
  }

  private String host() {
    return text(LETTERS, 6) + ".example." + one(List.of("com", "org", "net"));
  }

  JsonObject user() {
    String first = one(FIRST);
    String last = one(LAST);
    return JsonObject.of("uid", uuidText(), "email", address(first, last))
        .with("firstname", first)
        .with("lastname", last)
        .with("password", text(LETTERS + DIGITS, 12));
  }

  private String address(String first, String last) {
    return (first + "." + last).toLowerCase(Locale.ROOT) + "@" + host();
  }

  JsonObject address() {
    List<String> city = CITIES.get(random.nextInt(CITIES.size()));
    return JsonObject.of("firstname", one(FIRST), "lastname", one(LAST))
        .with("street", random.nextInt(1, 200) + " " + one(STREETS))
        .with("city", city.get(0))
        .with("zip", text(DIGITS, 5))
        .with("state", city.get(1))
        .with("country", city.get(2));
  }

  JsonObject coordinates() {
    return JsonObject.of(
        "location",
        JsonObject.of(
            "latitude", rounded(random.nextDouble(-90, 90)),
            "longitude", rounded(random.nextDouble(-180, 180))));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** A card whose number has a right check digit and a beginning that no bank has given out. */
  JsonObject creditCard() {
    String number = "999999" + text(DIGITS, 9);
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return JsonObject.empty()
        .with("type", one(List.of("Visa", "MasterCard", "Amex")))
        .with("number", number + (10 - sum % 10) % 10)
        .with("ccv", text(DIGITS, 3))
        .with(
            "exp",
            String.format(Locale.ROOT, "%02d/%d", random.nextInt(1, 13), random.nextInt(27, 33)))
        .with("holder_name", one(FIRST) + " " + one(LAST));
  }

  JsonObject email() {
    return JsonObject.of(
        "email", address(one(FIRST), one(LAST)), "confirmed", random.nextBoolean());
  }

  /** An address of the range that RFC 2544 sets aside for tests. */
  JsonObject ipv4() {
    return JsonObject.of("ip", "198.18." + random.nextInt(256) + "." + random.nextInt(1, 255));
  }

  /** An address of the range that RFC 3849 sets aside for documentation. */
  JsonObject ipv6() {
    return JsonObject.of(
        "ipv6",
        IntStream.range(0, 6)
            .mapToObj(i -> text(HEX, 4))
            .collect(Collectors.joining(":", "2001:0db8:", "")));
  }

  JsonObject mac() {
    return JsonObject.of(
        "mac",
        IntStream.range(0, 5)
            .mapToObj(i -> text(HEX, 2))
            .collect(Collectors.joining(":", "02:", "")));
  }

  JsonObject url() {
    return JsonObject.of("url", "https://" + host());
  }

  JsonObject uuid() {
    return JsonObject.of("uuid", uuidText());
  }

  private String uuidText() {
    return text(HEX, 8)
        + "-"
        + text(HEX, 4)
        + "-4"
        + text(HEX, 3)
        + "-"
        + text("89ab", 1)
        + text(HEX, 3)
        + "-"
        + text(HEX, 12);
  }

  JsonObject version() {
    return JsonObject.of(
        "version", random.nextInt(10) + "." + random.nextInt(20) + "." + random.nextInt(30));
  }
}

package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
  private static final ItemListRef LIST = new ItemListRef("i1abc", 7);
  private static final RunError ERROR =
      new RunError(Optional.of("n"), "broken", "fields[0].value", OptionalLong.of(4));

  private static final Traces TRACES =
      new Traces(
          Optional.of(JsonObject.of("next", 3)),
          List.of(
              new Traces.Kept(
                  "items",
                  true,
                  List.of(new Input(LIST, Optional.of(new Input.Origin("a", 1, "true"))))),
              new Traces.Kept("done", false, List.of())),
          Map.of(Traces.NODE, JsonObject.of("seen", 7)),
          Map.of("order", "4711"),
          Optional.of(JsonObject.of("status", 201)));

  static List<Event> events() {
    return List.of(
        new Event.RunStarted(
            "s",
            LIST,
            Optional.of("u"),
            "/tmp",
            Optional.of(Duration.ofMinutes(3)),
            99,
            Optional.of(LIST),
            new Cause(
                RunMode.INTEGRATED,
                WaitKey.of("abc"),
                2,
                Optional.of(new Cause.Caller(41, "call", 3)))),
        new Event.RunStarted(
            "s", LIST, Optional.empty(), "/", Optional.empty(), 1, Optional.empty(), Cause.MANUAL),
        new Event.Began(
            "n",
            2,
            3,
            7,
            Mode.DIVERT,
            true,
            List.of(Input.NONE, new Input(LIST, Optional.of(new Input.Origin("a", 1, "true"))))),
        new Event.Done("n", 0, Map.of("main", LIST), Optional.of(ERROR), Traces.NONE),
        new Event.Done("n", 0, Map.of(), Optional.empty(), TRACES),
        new Event.Called("n", 0, List.of(43L, 44L), TRACES),
        new Event.Waits(
            "n",
            0,
            Map.of("main", LIST),
            Optional.of(Instant.parse("2030-05-06T07:08:09.010Z")),
            false,
            Traces.NONE),
        new Event.Waits("n", 0, Map.of(), Optional.empty(), true, TRACES),
        new Event.Answered("n", 0, Map.of("main", LIST)),
        new Event.Failed("n", 1, 2, ERROR),
        new Event.Woke("n", 1),
        new Event.Resumed(),
        new Event.Decided("n", 1, UncertainDecision.SKIP),
        new Event.Parked("the disk is full"),
        new Event.Logged("n", "a “line”"),
        new Event.Cancelled(),
        new Event.Progress("n", 1, new Watermark(900, Map.of("main", LIST), Optional.of(ERROR))),
        new Event.Progress("n", 1, new Watermark(0, Map.of(), Optional.empty())),
        new Event.Upgraded("a", "{\"id\": \"w\"}"),
        new Event.LastStep("n", 3),
        new Event.TimedOut());
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventSurvivesTheJournal(Event event) {
    String body = Json.write(EventJson.body(event));
    assertThat(
            EventJson.event(EventJson.kind(event), EventJson.node(event), Json.parseObject(body)))
        .isEqualTo(event);
  }

  @Test
  void aBodyAsItWasFirstWrittenIsStillRead() {
    String body =
        "{\"run\":0,\"outputs\":{\"main\":{\"id\":\"n1ff\",\"size\":3}},\"later\":\"unknown\"}";
    assertThat(EventJson.event("done", "n", Json.parseObject(body)))
        .isEqualTo(
            new Event.Done(
                "n", 0, Map.of("main", new ItemListRef("n1ff", 3)), Optional.empty(), Traces.NONE));
  }

  @Test
  void aRunOfAnEarlierVersionBeganByHand() {
    String body = "{\"input\":{\"id\":\"n1ff\",\"size\":3},\"folder\":\"/\",\"max\":7}";
    assertThat(EventJson.event("run-started", "s", Json.parseObject(body)))
        .isEqualTo(
            new Event.RunStarted(
                "s",
                new ItemListRef("n1ff", 3),
                Optional.empty(),
                "/",
                Optional.empty(),
                7,
                Optional.empty(),
                Cause.MANUAL));
  }

  @Test
  void anEventOfANewerVersionIsRefused() {
    assertThatThrownBy(() -> EventJson.event("teleported", "n", JsonObject.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("teleported");
  }
}

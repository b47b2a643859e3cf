package io.concertmaster.designer;

import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.form.build.FormBuilder.View;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.Part;
import io.concertmaster.model.form.edit.RemoveElement;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.model.form.edit.SetTheme;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

/**
 * Writes pictures of forms in the window, light and dark, into a folder: for looking at them. Run
 * with {@code -Dglass.platform=Headless -Dprism.order=sw}; the arguments are the folder and the
 * names of the pictures, all where there are none.
 */
public final class FormPictures {
  private static final Path ORDER =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs/examples/order.form.json");

  private final Path folder;
  private final Deque<Shot> shots = new ArrayDeque<>();
  private final EngineSession engine;

  private record Shot(
      String name,
      boolean dark,
      boolean sample,
      BiConsumer<FormDocument, FormBuilder> first,
      BiConsumer<Node, FormBuilder> then) {}

  private FormPictures(Path folder, EngineSession engine, List<String> wanted) {
    this.folder = folder;
    this.engine = engine;
    for (boolean dark : List.of(false, true)) {
      shot("builder", dark, (form, builder) -> builder.choose("items"), (root, builder) -> {});
      shot(
          "rules",
          dark,
          (form, builder) -> builder.choose("address"),
          (root, builder) -> segment(root, "#property-tabs", 1));
      shot(
          "require",
          dark,
          (form, builder) -> builder.choose("vat"),
          (root, builder) -> segment(root, "#property-tabs", 1));
      shot("form", dark, (form, builder) -> {}, (root, builder) -> {});
      shot(
          "preview-desktop",
          dark,
          (form, builder) -> builder.show(View.PREVIEW),
          (root, builder) -> press(root, ".add-entry"));
      shot(
          "preview-phone",
          dark,
          (form, builder) -> builder.showPhone(),
          (root, builder) -> press(root, ".add-entry"));
      shot(
          "errors",
          dark,
          (form, builder) -> builder.show(View.PREVIEW),
          (root, builder) -> {
            press(root, ".add-entry");
            press(root, ".form-next");
          });
      shot(
          "texts",
          dark,
          (form, builder) -> {
            form.apply(SetText.ofKey("delivery.ship", "de", ""));
            form.apply(SetText.ofKey("welcome.text", "de", ""));
            builder.show(View.TEXTS);
            builder.showChecks();
          },
          (root, builder) -> {});
      shot("schema", dark, (form, builder) -> builder.show(View.SCHEMA), (root, builder) -> {});
      shots.add(new Shot("empty", dark, false, (form, builder) -> {}, (root, builder) -> {}));
      shots.add(new Shot("kinds", dark, false, FormPictures::kinds, (root, builder) -> {}));
      shots.add(
          new Shot(
              "kinds-preview",
              dark,
              false,
              (form, builder) -> {
                kinds(form, builder);
                builder.show(View.PREVIEW);
              },
              (root, builder) -> {}));
      shot("long", dark, FormPictures::longNames, (root, builder) -> {});
      shot(
          "long-phone",
          dark,
          (form, builder) -> {
            longNames(form, builder);
            builder.showPhone();
          },
          (root, builder) -> {});
      shot(
          "refused",
          dark,
          (form, builder) -> builder.choose("company"),
          (root, builder) -> {
            TextInputControl key = (TextInputControl) root.lookup("#property-key");
            key.setText("terms");
            key.fireEvent(new ActionEvent());
          });
      shot(
          "checks",
          dark,
          (form, builder) -> {
            form.apply(new SetTheme("accent", "#FFCC00"));
            form.apply(SetText.ofKey("vat.label", "en", "Company"));
            builder.showChecks();
          },
          (root, builder) -> {});
    }
    if (!wanted.isEmpty()) {
      shots.removeIf(each -> !wanted.contains(each.name()));
    }
  }

  private void shot(
      String name,
      boolean dark,
      BiConsumer<FormDocument, FormBuilder> first,
      BiConsumer<Node, FormBuilder> then) {
    shots.add(new Shot(name, dark, true, first, then));
  }

  private static void kinds(FormDocument form, FormBuilder builder) {
    int position = 0;
    for (Part part : Part.values()) {
      if (part != Part.PAGE) {
        form.apply(new AddElement(ElementPath.ROOT, position++, part));
      }
    }
    builder.choose("rating");
  }

  private static void longNames(FormDocument form, FormBuilder builder) {
    String longer =
        "The name of the company or of the person in whose name the order is placed, as it"
            + " stands in the register of companies";
    form.apply(SetText.ofKey("company.label", "en", longer));
    form.apply(SetText.ofKey("contact.name.label", "en", longer));
    form.apply(
        SetText.ofKey(
            "order.label", "en", "A very long heading of a page that hardly fits anywhere"));
    form.apply(
        SetText.ofKey(
            "form.title", "en", "Donaudampfschifffahrtsgesellschaftskapitänsanwärterbestellung"));
    form.apply(new RemoveElement(new ElementPath(List.of(0, 0))));
    builder.choose("company");
  }

  private static void segment(Node root, String bar, int index) {
    ((ButtonBase) root.lookup(bar).lookupAll(".segment").toArray(Node[]::new)[index]).fire();
  }

  private static void press(Node root, String style) {
    if (root.lookup(style) instanceof ButtonBase button) {
      button.fire();
    }
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    EngineSession engine =
        Designer.engine(Files.createTempDirectory("pictures"), BuiltInNodes.catalog());
    Platform.startup(() -> {
      Fonts.load();
      new FormPictures(folder, engine, List.of(args).subList(Math.min(1, args.length), args.length))
          .next();
    });
  }

  private void next() {
    if (shots.isEmpty()) {
      Platform.exit();
      engine.close();
      return;
    }
    Shot shot = shots.removeFirst();
    Look look = new Look(shot.dark() ? Theme.DARK : Theme.LIGHT);
    Workbench bench = PictureWindow.bench(engine, look);
    Scene scene = new Scene(bench.root(), 1600, 1000);
    bench.root().resize(1600, 1000);
    if (shot.sample()) {
      bench.files().open(ORDER);
    } else {
      bench.files().createForm();
    }
    settle(scene);
    FormDocument form = (FormDocument) bench.documents().active().get();
    FormBuilder builder = bench.builder().orElseThrow();
    shot.first().accept(form, builder);
    later(() -> {
      settle(scene);
      shot.then().accept(bench.root(), builder);
      later(() -> {
        settle(scene);
        PictureFile.write(
            scene.snapshot(null),
            folder.resolve("form-" + shot.name() + (shot.dark() ? "-dark" : "-light") + ".png"));
        next();
      });
    });
  }

  private static void settle(Scene scene) {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static void later(Runnable action) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(300);
          } catch (InterruptedException e) {
            return;
          }
          Platform.runLater(action);
        });
  }
}

package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.AddLanguage;
import io.concertmaster.model.form.edit.DuplicateElement;
import io.concertmaster.model.form.edit.FormEdit;
import io.concertmaster.model.form.edit.MoveElement;
import io.concertmaster.model.form.edit.Part;
import io.concertmaster.model.form.edit.RemoveElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A form under construction: what of it is chosen, which page and language are in sight. */
final class Building {
  private final FormDesk desk;
  private final ObjectProperty<Optional<ElementPath>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<ElementPath> page = new SimpleObjectProperty<>(ElementPath.ROOT);
  private final StringProperty language = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
  private FormLayout layout;

  Building(FormDesk desk) {
    this.desk = desk;
    layout = FormLayout.of(form());
    page.set(layout.pages().getFirst().at());
    language.set(FormTexts.of(form(), List.of()).language());
    desk.form().subscribe(this::follow);
    chosen.subscribe(at -> refused.set(""));
  }

  /** What is in sight stays, as far as the changed form has it. */
  private void follow(Form now) {
    layout = FormLayout.of(now);
    refused.set(""); // what it was about may be gone
    if (pages().stream().noneMatch(each -> each.at().equals(page.get()))) {
      int last = page.get().isRoot() ? 0 : page.get().steps().getFirst();
      page.set(pages().get(Math.clamp(last, 0, pages().size() - 1)).at());
    }
    if (chosen.get().filter(at -> layout.element(at).isEmpty()).isPresent()) {
      chosen.set(Optional.empty());
    }
    if (!now.texts().containsKey(language.get())) {
      language.set(FormTexts.of(now, List.of()).language());
    }
  }

  FormDesk desk() {
    return desk;
  }

  Form form() {
    return desk.form().get();
  }

  FormLayout layout() {
    return layout;
  }

  List<Page> pages() {
    return layout.pages();
  }

  FormTexts texts() {
    return FormTexts.of(form(), List.of(language.get()));
  }

  ObjectProperty<Optional<ElementPath>> chosen() {
    return chosen;
  }

  /** The element that is chosen. */
  Optional<FormElement> element() {
    return chosen.get().flatMap(layout::element);
  }

  ObjectProperty<ElementPath> page() {
    return page;
  }

  StringProperty language() {
    return language;
  }

  /**
   * Why what was wanted last cannot be done; empty where it was done, and once something else is
   * chosen or the form has changed.
   */
  ReadOnlyStringProperty refused() {
    return refused.getReadOnlyProperty();
  }

  /** Chooses an element and brings its page into sight. */
  void choose(ElementPath at) {
    pages().stream().map(Page::at).filter(each -> each.holds(at)).findFirst().ifPresent(page::set);
    chosen.set(Optional.of(at));
  }

  /** Makes a change, or says why it does not fit. */
  boolean make(FormEdit edit) {
    return told(refusal(edit));
  }

  /** Makes a change that belongs together with those of the same key right before. */
  boolean make(FormEdit edit, String key) {
    return told(refusal(edit, key));
  }

  private boolean told(Optional<String> why) {
    refused.set(why.orElse(""));
    return why.isEmpty();
  }

  /** Makes a change; why it does not fit, for a control to say that asks for it. */
  Optional<String> refusal(FormEdit edit) {
    return made(() -> desk.apply(edit));
  }

  /** The same for a change that belongs together with those of the same key right before. */
  Optional<String> refusal(FormEdit edit, String key) {
    return made(() -> desk.apply(edit, key));
  }

  private static Optional<String> made(Runnable change) {
    try {
      change.run();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      return Optional.of(why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1));
    }
  }

  /** Says why something cannot be done. */
  void refuse(String why) {
    refused.set(why);
  }

  /** Adds a language and brings it into sight; why not, where it is none or there already. */
  Optional<String> addLanguage(String tag) {
    return made(() -> {
      AddLanguage adding = new AddLanguage(tag);
      desk.apply(adding);
      language.set(adding.tag());
    });
  }

  /** Adds a part behind the chosen element, or at the end of the page in sight. */
  void add(Part part) {
    if (part == Part.PAGE) {
      int after = page.get().isRoot() ? 0 : page.get().steps().getFirst() + 1;
      addPage(after);
      return;
    }
    Place place = placeBehindChosen();
    add(part, place.parent(), place.position());
  }

  /** Adds a part at a place and chooses it. */
  void add(Part part, ElementPath parent, int position) {
    if (part == Part.PAGE) {
      addPage(parent.isRoot() ? position : parent.steps().getFirst() + 1);
    } else if (make(new AddElement(parent, position, part))) {
      choose(parent.child(position));
    }
  }

  private void addPage(int position) {
    int before = pages().size();
    boolean paged = layout.root() instanceof FormElement.Pages;
    if (make(new AddElement(ElementPath.ROOT, paged ? Math.min(position, before) : 0, Part.PAGE))) {
      choose(ElementPath.ROOT.child(paged ? Math.min(position, before) : 1));
    }
  }

  /** A position in a container. */
  record Place(ElementPath parent, int position) {}

  private Place placeBehindChosen() {
    Optional<FormElement> element = element().filter(each -> page.get().holds(each.at()));
    if (element.isEmpty()
        || element.get() instanceof Page
        || element.get().at().equals(page.get())) {
      return new Place(page.get(), within(page.get()));
    }
    FormElement one = element.get();
    boolean empty = AddElement.holds(one) && one.elements().isEmpty();
    if (empty) {
      return new Place(one.at(), 0);
    }
    if (one.at().last() == ElementPath.DETAIL) {
      return new Place(one.at(), one.elements().size());
    }
    return new Place(one.at().parent(), one.at().last() + 1);
  }

  private int within(ElementPath at) {
    return layout.element(at).map(each -> each.elements().size()).orElse(0);
  }

  /** Moves an element to a place and keeps it chosen. */
  void move(ElementPath from, ElementPath parent, int position) {
    MoveElement move = new MoveElement(from, parent, position);
    if (!move.to().equals(from) && MoveElement.fits(layout, from, parent) && make(move)) {
      choose(move.to());
    }
  }

  void deleteChosen() {
    chosen
        .get()
        .filter(Building::canMove)
        .ifPresent(at -> {
          if (make(new RemoveElement(at))) {
            int left = within(at.parent());
            chosen.set(
                left == 0
                    ? Optional.empty()
                    : Optional.of(at.parent().child(Math.min(at.last(), left - 1))));
          }
        });
  }

  void duplicateChosen() {
    chosen
        .get()
        .filter(Building::canMove)
        .ifPresent(at -> {
          if (make(new DuplicateElement(at))) {
            choose(at.parent().child(at.last() + 1));
          }
        });
  }

  /** Whether an element can be taken from its place. */
  static boolean canMove(ElementPath at) {
    return !at.isRoot() && at.last() != ElementPath.DETAIL;
  }
}

package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.edit.Part;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** How parts of forms are pictured and called. */
final class PartLook {
  private PartLook() {}

  /** A part's icon on a rounded square; one colour for what asks, one for what lays out. */
  static StackPane tile(Part part) {
    StackPane tile = new StackPane(new FontIcon(icon(part)));
    tile.getStyleClass()
        .addAll("part-tile", part.isField() && part != Part.REPEATED ? "asks" : "lays");
    return tile;
  }

  private static String icon(Part part) {
    return switch (part) {
      case TEXT -> "mdmz-text_fields";
      case LONG_TEXT -> "mdmz-subject";
      case NUMBER -> "mdal-looks_one";
      case DATE -> "mdal-event";
      case TIME -> "mdal-access_time";
      case EMAIL -> "mdal-alternate_email";
      case SELECT -> "mdal-arrow_drop_down_circle";
      case RADIO -> "mdmz-radio_button_checked";
      case CHECKBOX -> "mdal-check_box";
      case MULTI_SELECT -> "mdmz-playlist_add_check";
      case FILE -> "mdal-attach_file";
      case RATING -> "mdmz-star";
      case WORDS -> "mdal-article";
      case SECTION -> "mdmz-view_agenda";
      case COLUMNS -> "mdmz-view_column";
      case PAGE -> "mdal-filter_none";
      case REPEATED -> "mdmz-repeat";
    };
  }

  /** What an element is, in words. */
  static String kind(FormElement element) {
    return switch (element) {
      case FormElement.Pages _ -> "Pages";
      case FormElement.Page _ -> "Page";
      case FormElement.Section _ -> "Section";
      case FormElement.Columns _ -> "Columns";
      case FormElement.Stack _ -> "Fields";
      case FormElement.Words words -> words.markdown() ? "Markdown text" : "Text to read";
      case FormElement.Unknown _ -> "Not known";
      case FormElement.Field field -> field.kind().words();
    };
  }
}

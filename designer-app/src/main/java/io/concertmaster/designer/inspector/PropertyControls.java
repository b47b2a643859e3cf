package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Target;

/** Makes the control for a kind of property: the one place that knows them all. */
final class PropertyControls {
  private PropertyControls() {}

  /** The control for a property's fixed value. */
  static PropertyControl make(Site site) {
    return switch (site.property().kind()) {
      case PropertyKind.Text text -> new TextControl(site, text);
      case PropertyKind.Numeric numeric -> new NumberControl(site, numeric);
      case PropertyKind.Flag flag -> new FlagControl(site);
      case PropertyKind.Choice choice -> new ChoiceControl(site, choice);
      case PropertyKind.Several several -> new SeveralControl(site, several);
      case PropertyKind.Lines lines -> new LinesControl(site, lines);
      case PropertyKind.Path(Target target) when target == Target.FORM ->
          new CompanionControl(site, target, "form");
      case PropertyKind.Path(Target target) when target == Target.WORKFLOW ->
          new CompanionControl(site, target, "workflow");
      case PropertyKind.Path path -> new PathControl(site, path);
      case PropertyKind.FieldName name -> new FieldNameControl(site);
      case PropertyKind.FieldNames names -> new FieldNamesControl(site);
      case PropertyKind.Code code -> new CodeControl(site, code);
      case PropertyKind.Data data -> new DataControl(site);
      case PropertyKind.Conditions conditions -> new ConditionsControl(site);
      case PropertyKind.Entries entries -> new EntriesControl(site, entries);
      case PropertyKind.Group group -> new GroupControl(site, group);
    };
  }

  /** Whether a kind is made of further properties, so that an expression for all of it is rare. */
  static boolean isComposite(PropertyKind kind) {
    return kind instanceof PropertyKind.Conditions
        || kind instanceof PropertyKind.Entries
        || kind instanceof PropertyKind.Group;
  }
}

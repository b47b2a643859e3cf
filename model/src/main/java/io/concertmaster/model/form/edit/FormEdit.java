package io.concertmaster.model.form.edit;

import io.concertmaster.model.edit.Change;
import io.concertmaster.model.form.Form;

/**
 * A change to a form, as a value. Layout, schema, rules and texts of all languages stay in step.
 */
public sealed interface FormEdit extends Change<Form>
    permits AddElement,
        AddLanguage,
        DuplicateElement,
        FormBatch,
        MoveElement,
        RemoveElement,
        RemoveLanguage,
        RenameChoice,
        RenameField,
        ReplaceForm,
        SetChoices,
        SetFormName,
        SetKeyword,
        SetOption,
        SetRequired,
        SetRequirements,
        SetRule,
        SetText,
        SetTheme {}

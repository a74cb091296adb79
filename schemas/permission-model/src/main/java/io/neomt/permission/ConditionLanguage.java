package io.neomt.permission;

/** What conditions are written in. Thread-safe. */
public interface ConditionLanguage {

    /** Keeps the texts, for whoever only tells of conditions: none of them can be decided. */
    ConditionLanguage TEXTS = Unreadable::new;

    /**
     * Makes a condition of its text. Equal texts give conditions that always come to the same.
     *
     * @throws InvalidPermissionException when the text is no condition of this language; the message says why
     */
    Condition compile(String text);
}

package io.neomt.permission;

/** A condition that was accepted once and cannot be compiled any more. */
record Unreadable(String text) implements Condition {

    static Condition orCompiled(String text, ConditionLanguage language) {
        try {
            return language.compile(text);
        } catch (InvalidPermissionException e) {
            return new Unreadable(text);
        }
    }

    @Override
    public Outcome test(Circumstances circumstances) {
        return Outcome.UNDECIDABLE;
    }
}

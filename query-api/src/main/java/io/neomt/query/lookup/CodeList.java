package io.neomt.query.lookup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts what a tenant defined and the platform's own codes into one list. */
public final class CodeList {

    private CodeList() {}

    /** A page of those that match, by code. */
    public static Page<CodeView> page(Collection<CodeView> defined, CodeFilter filter, PageRange range) {
        List<CodeView> all = Stream.concat(CodeView.platformsOwn(), defined.stream())
                .filter(filter::matches)
                .sorted(Comparator.comparing(CodeView::code))
                .toList();
        return Page.of(all, range);
    }
}

package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.provisioning.connections.Journal;
import io.neomt.provisioning.connections.Journal.Entry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed which connection or region, when, and how. */
@RestController
public final class RegistryChangeController {

    private final Journal journal;
    private final Guard guard;

    public RegistryChangeController(Journal journal, Guard guard) {
        this.journal = journal;
        this.guard = guard;
    }

    /** @param details what was asked for; a password shows only that there was one */
    record ChangeView(
            String id,
            Instant changedAt,
            String actor,
            String action,
            String subject,
            String requestId,
            Map<String, Object> details) {

        static ChangeView of(Entry entry) {
            return new ChangeView(
                    entry.id().toString(),
                    entry.changedAt(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.requestId(),
                    entry.details());
        }
    }

    /** The newest first; of one connection or region where {@code subject} names it. */
    @GetMapping("/api/v1/admin/registry/changes")
    PagedResponse<ChangeView> list(
            Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String subject) {
        guard.read(caller);
        Journal.Page found = journal.entries(subject, page.offset(), page.pageSize());
        return PagedResponse.of(found.entries().stream().map(ChangeView::of).toList(), page, found.total());
    }
}

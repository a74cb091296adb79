package io.neomt.query.worlds;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Candidates are the same whichever way they are decided on, and read once. */
record Remembered(Candidates all, Map<List<String>, At<List<String>>> known) implements Candidates {

    Remembered(Candidates all) {
        this(all, new HashMap<>());
    }

    @Override
    public At<List<String>> users(TenantId tenant, WhoCan asked, @Nullable String after, int most) {
        return known.computeIfAbsent(key(asked, after, most), _ -> all.users(tenant, asked, after, most));
    }

    /** What was held before does not matter: it is the tenant's own user, whose rights are read again. */
    @Override
    public At<List<String>> resources(TenantId tenant, OnWhat asked, @Nullable String after, int most) {
        OnWhat alone = new OnWhat(asked.user(), asked.action(), asked.type(), asked.described(), List.of());
        return known.computeIfAbsent(key(alone, after, most), _ -> all.resources(tenant, alone, after, most));
    }

    private static List<String> key(Object asked, @Nullable String after, int most) {
        return List.of(asked.toString(), Objects.requireNonNullElse(after, ""), String.valueOf(most));
    }
}

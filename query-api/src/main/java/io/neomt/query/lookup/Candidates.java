package io.neomt.query.lookup;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of whom and what it may be asked, for those who ask about all of them: everything about which the answer can be yes,
 * and not much more. Windows, conditions and denials are for the decision. Throws as {@link Users}.
 */
public interface Candidates {

    /**
     * Active users of the tenant, and users of others who were given access, who hold what could allow it, in the order
     * of their ids.
     *
     * @param after the last id that is not wanted any more; null for the first ones
     */
    At<List<String>> users(TenantId tenant, WhoCan asked, @Nullable String after, int most);

    /**
     * Resources of a type that are registered, or that somebody named in a grant on one resource, and that lie within
     * what the user holds, in the order of their ids.
     *
     * @param after the last id that is not wanted any more; null for the first ones
     */
    At<List<String>> resources(TenantId tenant, OnWhat asked, @Nullable String after, int most);
}

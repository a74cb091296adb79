package io.neomt.query.lookup;

import io.neomt.query.At;
import java.util.Optional;

/** What roles can be made from, in the platform's own sequence; what is said of {@link Users} holds for these. */
public interface RoleTemplates {

    /** By name. */
    At<Page<RoleTemplateView>> list(PageRange range);

    At<Optional<RoleTemplateView>> find(String name);
}

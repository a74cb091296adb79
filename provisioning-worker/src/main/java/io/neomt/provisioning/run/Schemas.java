package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.view.DatabaseRole;
import io.neomt.view.SchemaName;
import java.util.List;
import java.util.Optional;

/** The tenants' schemas, roles and databases. Every operation may be repeated, and leaves all of its work or nothing. */
public interface Schemas {

    /** The same, but nothing is committed once this throws. */
    Schemas under(Runnable check);

    /** The version of the template that {@link #make} makes. */
    TemplateVersion shipped();

    /** Empty where there is no such schema, or no migration was applied to it. */
    Optional<TemplateVersion> version(Place place, SchemaName schema);

    /** A database of its own for one tenant on the server of the connection; false when it was there already. */
    boolean makeDatabase(Place place);

    /** The schema of the shipped version of the template, and the role that may use it. */
    Made make(Place place, SchemaName schema, DatabaseRole role);

    /** Gives a schema that has none its role. */
    void giveRole(Place place, SchemaName schema, DatabaseRole role);

    /** The schema, the role, and the database where the tenant has its own; says what of it there was. */
    List<String> remove(Place place, SchemaName schema, DatabaseRole role);
}

package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaState;

/** The admin database, as far as migrating it goes. */
public interface AdminSchema {

    /** @throws DatabaseUnreachableException when the database does not answer at the moment */
    SchemaState read();

    /**
     * Applies everything that is pending; all of it or nothing. Waits for another process that does the same.
     *
     * @throws DatabaseUnreachableException when the database does not answer at the moment
     */
    void apply();
}

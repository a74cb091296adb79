package io.neomt.provisioning.run;

import java.util.List;

/** Schemas that are made ahead of time. */
public interface StockRoom {

    /** The connections on which new tenants may be put. */
    List<String> connections();

    /**
     * Makes one schema more on the connection's server unless there are enough, or replaces one of an older template.
     *
     * @return false when there was nothing to do
     */
    boolean add(String connectionName, int enough);
}

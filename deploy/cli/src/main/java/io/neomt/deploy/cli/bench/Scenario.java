package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Measures one thing, and in the same run the limit below it: machines differ, ratios less so. */
interface Scenario {

    String name();

    /** What was measured, in the order in which it is shown. */
    List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException;
}

package io.neomt.provisioning.registry;

import io.neomt.view.Region;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database that is to be registered.
 *
 * @param cluster of servers that hold the same; null where it stands alone
 */
public record NewConnection(
        String name,
        ConnectionType type,
        Region region,
        Server server,
        Purpose purpose,
        Limits limits,
        @Nullable String cluster) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    /** @throws InvalidConnectionException naming the first field that is not as it has to be */
    public NewConnection {
        String issue = "is 2 to 63 of a-z, 0-9 and -, a letter first";
        Form.require(NAME.matcher(name).matches(), "connection_name", issue);
        Form.require(cluster == null || NAME.matcher(cluster).matches(), "cluster_name", issue);
        Form.require(
                type != ConnectionType.REPLICA || cluster != null,
                "cluster_name",
                "is needed: a replica follows the primary of a cluster");
    }
}

package io.neomt.deploy.cli.bench;

import java.util.List;

/** Whom and what scenarios ask about; the same in every run of a size. */
record Data(List<DataTenant> tenants) {

    /** Has the permission to ask about everybody in the tenant, and is asked about by nobody. */
    static final String ASKER = "asker";

    Data {
        tenants = List.copyOf(tenants);
    }

    /**
     * A tenant.
     *
     * @param users about whom is asked, by their ids
     * @param roles that users have, by their ids
     * @param teams that users are members of, by their ids
     */
    record DataTenant(String slug, List<String> users, List<String> roles, List<String> teams) {

        DataTenant {
            users = List.copyOf(users);
            roles = List.copyOf(roles);
            teams = List.copyOf(teams);
        }

        /** Whose tokens are for its users. */
        String realm() {
            return "tenant-" + slug;
        }
    }

    /** Everything that is ever asked for; about half of it is somebody's. */
    static final List<String> CODES = codes();

    private static List<String> codes() {
        return List.of("posts", "files", "orders", "invoices", "reports", "tickets").stream()
                .flatMap(resource -> List.of("read", "write", "delete", "share").stream()
                        .flatMap(action -> List.of("own", "team", "tenant").stream()
                                .map(scope -> resource + "." + action + "." + scope)))
                .toList();
    }
}

package io.neomt.provisioning.registry;

import java.util.regex.Pattern;

/** Where a database is and how to log in; its text form hides the password. */
public record Server(String host, int port, String database, String username, String password) {

    /** Nothing that a driver's URL would take for more than a host. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}]");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");
    private static final int LONGEST_PASSWORD = 1_000;

    /** @throws InvalidConnectionException naming the first field that is not as it has to be */
    public Server {
        Form.require(HOST.matcher(host).matches(), "host", "is the name or the address of a server");
        Form.require(port >= 1 && port <= 65_535, "port", "is 1 to 65535");
        Form.require(NAME.matcher(database).matches(), "database_name", "is 1 to 63 of A-Z, a-z, 0-9, _ and -");
        Form.require(NAME.matcher(username).matches(), "username", "is 1 to 63 of A-Z, a-z, 0-9, _ and -");
        Form.require(password.length() <= LONGEST_PASSWORD, "password", "is at most " + LONGEST_PASSWORD + " long");
    }

    @Override
    public String toString() {
        return username + " at " + host + ":" + port + "/" + database;
    }
}

package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import io.neomt.view.ConnectionCipher;
import java.util.UUID;

/** Opens and seals the passwords of connections. */
public final class Passwords {

    private final AdminDatabase database;
    private final ConnectionCipher cipher;

    public Passwords(AdminDatabase database, ConnectionCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    String keyId() {
        return cipher.keyId();
    }

    byte[] seal(UUID connection, String password) {
        return cipher.encrypt(connection, password);
    }

    /** @throws IllegalArgumentException when no key that is configured opens the password */
    String open(UUID connection, String keyId, byte[] sealed) {
        return cipher.decrypt(connection, keyId, sealed);
    }

    /** Where the connection leads, with its password. */
    Server server(Registered row) {
        return database.read(
                dsl -> dsl.select(DATABASE_CONNECTIONS.ENCRYPTION_KEY_ID, DATABASE_CONNECTIONS.ENCRYPTED_PASSWORD)
                        .from(DATABASE_CONNECTIONS)
                        .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                        .fetchOptional(found -> new Server(
                                row.host(),
                                row.port(),
                                row.database(),
                                row.username(),
                                open(row.id(), found.value1(), found.value2())))
                        .orElseThrow(() -> RefusedException.noConnection(row.name())));
    }
}

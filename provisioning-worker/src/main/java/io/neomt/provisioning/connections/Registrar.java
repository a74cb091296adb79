package io.neomt.provisioning.connections;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.Changes;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Probed;
import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.provisioning.registry.Suitability;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/** Changes the registry. No row is made or switched on whose server was not asked first. Thread-safe. */
public final class Registrar {

    private final AdminDatabase database;
    private final PostgresProbe probe;
    private final Passwords passwords;
    private final Supplier<UUID> ids;
    private final Journal journal;
    private final Function<Registered, String> answer;

    /**
     * @param ids gives UUIDv7
     * @param answer what is told of a row that was changed, as JSON
     */
    public Registrar(
            AdminDatabase database,
            PostgresProbe probe,
            Passwords passwords,
            Supplier<UUID> ids,
            Journal journal,
            Function<Registered, String> answer) {
        this.database = database;
        this.probe = probe;
        this.passwords = passwords;
        this.ids = ids;
        this.journal = journal;
        this.answer = answer;
    }

    public List<Registered> all() {
        return database.read(RegistryRows::all);
    }

    /** @throws RefusedException CONNECTION_NOT_FOUND */
    public Registered named(String name) {
        return database.read(dsl -> named(dsl, name));
    }

    /** @throws RefusedException saying why the server will not do, or what it clashes with */
    public Registered add(NewConnection wanted, Asked asked) {
        ServerFacts facts = usable(wanted.type(), wanted.server(), true);
        return database.write(dsl -> {
            new ConnectionWriter(dsl, passwords).insert(ids.get(), wanted, facts);
            return written(dsl, wanted.name(), asked);
        });
    }

    /** Asks the server now; changes nothing. */
    public Probed test(String name) {
        Registered row = named(name);
        return Suitability.judge(row.type(), probe.ask(passwords.server(row)));
    }

    /** @throws RefusedException also when the server that is named now will not do */
    public Registered change(String name, Changes changes, Asked asked) {
        Registered row = named(name);
        Server server = changes.server(row, passwords.server(row).password());
        ServerFacts facts = usable(row.type(), server, false);
        refuseOtherSystem(row, facts);
        return database.write(dsl -> {
            ConnectionWriter writer = new ConnectionWriter(dsl, passwords);
            writer.require(name, asked.ifMatch());
            writer.update(row, server, changes.limits(row.limits()));
            return written(dsl, name, asked);
        });
    }

    /** No further tenant comes; those that are there stay and are served. */
    public Registered drain(String name, Asked asked) {
        return update(name, asked, writer -> writer.drain(name));
    }

    /** Nobody uses it any more until it is activated. */
    public Registered deactivate(String name, Asked asked) {
        return update(name, asked, writer -> writer.disable(name, DisabledBy.OPERATOR));
    }

    /** @throws RefusedException when the server will not do, or another took its place */
    public Registered activate(String name, Asked asked) {
        Registered row = named(name);
        boolean fenced = row.health().disabledBy() == DisabledBy.FENCED;
        ConnectionType type = fenced ? ConnectionType.REPLICA : row.type();
        ServerFacts facts = usable(type, passwords.server(row), false);
        if (fenced && !facts.inRecovery()) {
            throw new RefusedException(
                    Refusal.CONNECTION_FENCED,
                    "another server of the cluster took the place of this one; make it a standby of that one first",
                    Map.of("connection_name", name));
        }
        return update(name, asked, writer -> writer.activate(name, type));
    }

    /**
     * @param told what is answered, as JSON
     * @throws RefusedException CONNECTION_IN_USE while tenants are placed on it or a cluster needs it
     */
    public void remove(String name, Asked asked, String told) {
        Registered row = named(name);
        if (row.tenants() > 0) {
            throw new RefusedException(
                    Refusal.CONNECTION_IN_USE,
                    "tenants are placed on the connection; it can be drained",
                    Map.of("tenants", row.tenants()));
        }
        database.write(dsl -> {
            ConnectionWriter writer = new ConnectionWriter(dsl, passwords);
            writer.require(name, asked.ifMatch());
            writer.delete(row);
            journal.write(dsl, asked, told);
            return null;
        });
    }

    /** Encrypts with the current key what is still encrypted with a former one; gives how many passwords that were. */
    public int rotateKeys(Asked asked, IntFunction<String> told) {
        int rotated = (int) all().stream()
                .filter(row -> !row.encryptionKeyId().equals(passwords.keyId()))
                .filter(row -> database.write(dsl -> new ConnectionWriter(dsl, passwords).reencrypt(row)))
                .count();
        database.write(dsl -> {
            journal.write(dsl, asked, told.apply(rotated));
            return null;
        });
        return rotated;
    }

    private Registered update(String name, Asked asked, ToIntFunction<ConnectionWriter> change) {
        return database.write(dsl -> {
            ConnectionWriter writer = new ConnectionWriter(dsl, passwords);
            writer.require(name, asked.ifMatch());
            if (change.applyAsInt(writer) == 0) {
                throw RefusedException.noConnection(name);
            }
            return written(dsl, name, asked);
        });
    }

    private Registered written(DSLContext dsl, String name, Asked asked) {
        Registered row = named(dsl, name);
        journal.write(dsl, asked, answer.apply(row));
        return row;
    }

    private ServerFacts usable(ConnectionType type, Server server, boolean isNew) {
        return switch (Suitability.judge(type, probe.ask(server))) {
            case Failed failed -> throw RefusedException.of(failed);
            case Reached reached -> {
                if (isNew && type == ConnectionType.REPLICA && !reached.facts().inRecovery()) {
                    throw RefusedException.of(
                            new Failed(Problem.NOT_A_REPLICA, "the server follows no other one, so it is no replica"));
                }
                yield reached.facts();
            }
        };
    }

    private static void refuseOtherSystem(Registered row, ServerFacts facts) {
        ServerFacts known = row.facts();
        boolean moves = known != null && !known.systemIdentifier().equals(facts.systemIdentifier());
        if (moves && (row.tenants() > 0 || row.cluster() != null)) {
            throw RefusedException.of(
                    new Failed(
                            Problem.OTHER_SYSTEM,
                            "the server is not the one, nor a copy of the one, that holds the rows of the connection's tenants"));
        }
    }

    private static Registered named(DSLContext dsl, String name) {
        return RegistryRows.named(dsl, name).orElseThrow(() -> RefusedException.noConnection(name));
    }
}

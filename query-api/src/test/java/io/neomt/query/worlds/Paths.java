package io.neomt.query.worlds;

import io.neomt.condition.CelConditions;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision.Cause;
import io.neomt.query.At;
import io.neomt.query.UnavailableException;
import io.neomt.query.freshness.Changes;
import io.neomt.query.freshness.FreshScenes;
import io.neomt.query.freshness.Patience;
import io.neomt.query.memory.Memory;
import io.neomt.query.memory.MemoryScenes;
import io.neomt.query.scene.ActiveTenantsOnly;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.SnapshotScene;
import io.neomt.query.scene.StoredSets;
import io.neomt.testkit.permissions.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Each way on which an answer is found, alone: whatever it cannot answer is a failure. */
final class Paths {

    static final Assembly ASSEMBLY = new Assembly(new CelConditions(), text -> JsonMapper.shared()
            .readValue(text, new TypeReference<Map<String, Object>>() {}));

    private static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO, Duration.ofMillis(1));

    private Paths() {}

    static Scenes through(CachedSets cache) {
        return fresh(cache, (_, _) -> {
            throw new UnavailableException(
                    UnavailableException.Reason.DEPENDENCY_UNAVAILABLE, "the cache has no answer", null);
        });
    }

    static Scenes through(StoredSets store) {
        return fresh((_, _, _, _) -> new Seen.Unreachable(), store);
    }

    static Scenes through(Memory memory, CachedSets cache, Unmetered meter) {
        CachedSets remembering = MemoryScenes.remembering(cache, memory);
        return new MemoryScenes(memory, remembering, through(remembering), meter);
    }

    static Memory memory(Unmetered meter) {
        Memory memory = new Memory(ASSEMBLY, 100_000, Duration.ofHours(1), meter, System::nanoTime);
        memory.listening();
        return memory;
    }

    private static Scenes fresh(CachedSets cache, StoredSets store) {
        return new FreshScenes(cache, store, ASSEMBLY, new Changes(), NONE, System::nanoTime);
    }

    /** In a tenant of the world's status, with nobody at the platform. */
    static Scenes within(World world, Scenes scenes) {
        return new ActiveTenantsOnly(new WithoutPlatform(scenes), _ -> obstacle(world));
    }

    private static Optional<Cause> obstacle(World world) {
        return world.tenantStatus().equals(World.ACTIVE)
                ? Optional.empty()
                : Optional.of(Cause.valueOf("TENANT_" + world.tenantStatus().toUpperCase(Locale.ROOT)));
    }

    private record WithoutPlatform(Scenes scenes) implements Scenes {

        @Override
        public <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question) {
            if (!tenant.equals(TenantId.PLATFORM)) {
                return scenes.ask(tenant, atLeast, question);
            }
            Snapshot nobody = new Snapshot(Position.NONE, Map.of(), Map.of(), Map.of(), Map.of());
            Scene empty = new SnapshotScene(nobody, ASSEMBLY);
            return new At<>(Position.NONE, Objects.requireNonNull(question.in(empty)));
        }
    }
}

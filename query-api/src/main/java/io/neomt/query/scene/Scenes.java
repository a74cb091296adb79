package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where scenes are had from. Each implementation decorates another or owns one source. */
public interface Scenes {

    /**
     * What a question comes to in a scene that knows enough for it. Scenes that are cheap to have are tried first.
     *
     * @param needs all that the question may look at; asked only when no scene at hand knows enough
     * @param atLeast the scene is never older than this
     * @param question gives null where the scene does not know enough; may be asked of several scenes
     * @throws io.neomt.query.UnavailableException when no scene that is new enough can be had; nothing may be allowed
     *     then
     */
    <T> At<T> ask(TenantId tenant, Supplier<Needs> needs, Position atLeast, Function<Scene, @Nullable T> question);
}

package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;

/** Where scenes are had from. Each implementation decorates another or owns one source. */
public interface Scenes {

    /**
     * What a question comes to in a scene that knows enough for it. Scenes that are cheap to have are tried first.
     *
     * @param atLeast the scene is never older than this
     * @throws io.neomt.query.UnavailableException when no scene that is new enough can be had; nothing may be allowed
     *     then
     */
    <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question);
}

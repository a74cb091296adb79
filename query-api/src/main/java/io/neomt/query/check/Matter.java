package io.neomt.query.check;

import io.neomt.permission.Circumstances;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question with all that must be known to answer it, but for what the user holds. It is its own circumstances: what
 * conditions see of it is put together when the first of them looks.
 */
public sealed interface Matter extends Circumstances {

    CheckRequest request();

    /** Null when what the user refers to is not there at the position. */
    @Nullable
    Decision decide(CompiledUser user, long position);

    /** The code that the question comes to for a user. */
    PermissionCode codeFor(CompiledUser user);

    @Override
    default Map<String, Object> subject() {
        return ConditionAttributes.subject(request());
    }

    @Override
    default Map<String, Object> action() {
        return ConditionAttributes.action(request());
    }

    @Override
    default Map<String, Object> context() {
        return request().attributes().context();
    }

    /** Whether the user may do what the code names. */
    record OfCode(CheckRequest.OfCode request, Instant now) implements Matter {

        @Override
        public @Nullable Decision decide(CompiledUser user, long position) {
            return user.check(request.code(), position, this);
        }

        @Override
        public PermissionCode codeFor(CompiledUser user) {
            return request.code();
        }

        @Override
        public Map<String, Object> resource() {
            return ConditionAttributes.sent(request.attributes().resource());
        }
    }

    /**
     * Whether the user may do this to the resource.
     *
     * @param about the resource and whose it is, as it counts
     * @param lineage the resource's team and those above it
     * @param registered the properties that the resource is registered with; null where it is described by the asker
     */
    record OnResource(
            CheckRequest.OnResource request,
            Instant now,
            ResourceRef about,
            List<UUID> lineage,
            @Nullable Map<String, Object> registered)
            implements Matter {

        @Override
        public @Nullable Decision decide(CompiledUser user, long position) {
            return user.check(request.action(), about, lineage, position, this);
        }

        @Override
        public PermissionCode codeFor(CompiledUser user) {
            return request.action().in(user.scopeOf(about, lineage, this));
        }

        @Override
        public Map<String, Object> resource() {
            return ConditionAttributes.resource(
                    request.resource(),
                    ConditionAttributes.together(
                            registered, request.attributes().resource()));
        }
    }
}

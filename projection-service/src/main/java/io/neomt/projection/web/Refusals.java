package io.neomt.projection.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.telemetry.Watched;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What operators are told when they ask for what is not there. */
final class Refusals {

    static final ErrorCode PROJECTION_NOT_FOUND = new ErrorCode(404, "PROJECTION_NOT_FOUND");
    static final ErrorCode NOT_PARKED = new ErrorCode(409, "PROJECTION_NOT_PARKED");
    static final ErrorCode REBUILD_NOT_FOUND = new ErrorCode(404, "REBUILD_NOT_FOUND");
    static final ErrorCode REBUILD_RUNNING = new ErrorCode(409, "REBUILD_RUNNING");
    static final ErrorCode WRONG_REBUILD_STATE = new ErrorCode(409, "WRONG_REBUILD_STATE");

    private Refusals() {}

    /** @param known those that there are */
    static ApiException noProjection(String name, Collection<String> known) {
        return new ApiException(
                PROJECTION_NOT_FOUND,
                "There is no projection '" + name + "', only " + listed(known, "and") + ".",
                Map.of("projection", name));
    }

    /** @throws ApiException when there is no such projection */
    static TenantEngine engine(List<Watched> watched, String projection) {
        return Watched.find(watched, projection)
                .orElseThrow(() -> noProjection(
                        projection,
                        watched.stream()
                                .flatMap(each -> each.engine().projections().stream())
                                .toList()));
    }

    /** @param last what stands before the last of them */
    static String listed(Collection<String> names, String last) {
        List<String> all = List.copyOf(names);
        return all.size() == 1
                ? all.getFirst()
                : String.join(", ", all.subList(0, all.size() - 1)) + " " + last + " " + all.getLast();
    }

    static ApiException noViews(TenantId tenant) {
        return new ApiException(
                ErrorCode.TENANT_NOT_ACTIVE,
                "The tenant has no views: it has no schema, or nothing has happened in it.",
                Map.of("tenant", tenant.toString()));
    }

    static ApiException noRebuild(long id) {
        return new ApiException(REBUILD_NOT_FOUND, "There is no rebuild " + id + ".", Map.of("rebuild", id));
    }

    static ApiException rebuildRunning(String view, long id, String by) {
        return new ApiException(
                REBUILD_RUNNING,
                "Rebuild " + id + " of " + view + ", which " + by
                        + " asked for, is under way; wait until it has ended, or" + " abort it.",
                Map.of("rebuild", id, "requested_by", by));
    }

    static ApiException wrongRebuildState(long id, String state) {
        return new ApiException(
                WRONG_REBUILD_STATE,
                "Rebuild " + id + " is " + state + ", or what it replaced is not there any more, or a later one came.",
                Map.of("state", state));
    }
}

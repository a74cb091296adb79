package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.provisioning.connections.Regions;
import io.neomt.provisioning.connections.Regions.Entry;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.web.RegistryWrites.Wanted;
import io.neomt.view.Region;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where tenants can live. */
@RestController
@RequestMapping("/api/v1/admin/regions")
public final class RegionController {

    private static final int LONGEST_NAME = 255;

    private final Regions regions;
    private final Guard guard;
    private final RegistryWrites writes;
    private final Views views;

    public RegionController(Regions regions, Guard guard, RegistryWrites writes, Views views) {
        this.regions = regions;
        this.guard = guard;
        this.writes = writes;
        this.views = views;
    }

    record NewRegion(String code, String name) {}

    @GetMapping
    ApiResponse<List<RegionView>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(regions.all().stream().map(RegionView::of).toList());
    }

    @GetMapping("/{code}")
    ResponseEntity<ApiResponse<RegionView>> show(Caller caller, @PathVariable String code) {
        guard.read(caller);
        return RegistryWrites.answer(
                ResponseEntity.ok(), RegionView.of(Refusals.refusable(() -> regions.of(region(code)))));
    }

    @PostMapping
    ResponseEntity<ApiResponse<RegionView>> add(
            Caller caller, HttpServletRequest request, @RequestBody NewRegion body) {
        if (body.name().isBlank() || body.name().length() > LONGEST_NAME) {
            throw ApiException.validation("name", "is 1 to " + LONGEST_NAME + " characters");
        }
        Region region = region(body.code());
        return changed(
                ResponseEntity.created(URI.create("/api/v1/admin/regions/" + body.code())),
                new Wanted(caller, request, "region.add", body.code(), body),
                asked -> regions.add(region, body.name(), asked));
    }

    @PostMapping("/{code}/activate")
    ResponseEntity<ApiResponse<RegionView>> activate(
            Caller caller, HttpServletRequest request, @PathVariable String code) {
        return changed(
                ResponseEntity.ok(),
                new Wanted(caller, request, "region.activate", code, null),
                asked -> regions.setActive(region(code), true, asked));
    }

    /** No further tenant is placed in it. */
    @PostMapping("/{code}/deactivate")
    ResponseEntity<ApiResponse<RegionView>> deactivate(
            Caller caller, HttpServletRequest request, @PathVariable String code) {
        return changed(
                ResponseEntity.ok(),
                new Wanted(caller, request, "region.deactivate", code, null),
                asked -> regions.setActive(region(code), false, asked));
    }

    record Removed(String removed) {}

    @DeleteMapping("/{code}")
    ApiResponse<Removed> remove(Caller caller, HttpServletRequest request, @PathVariable String code) {
        Removed told = new Removed(code);
        return ApiResponse.of(
                writes.once(new Wanted(caller, request, "region.remove", code, null), Removed.class, asked -> {
                    regions.remove(region(code), asked, views.of(told));
                    return told;
                }));
    }

    private ResponseEntity<ApiResponse<RegionView>> changed(
            ResponseEntity.BodyBuilder response, Wanted wanted, Function<Asked, Entry> work) {
        return RegistryWrites.answer(
                response, writes.once(wanted, RegionView.class, asked -> RegionView.of(work.apply(asked))));
    }

    static Region region(String code) {
        try {
            return new Region(code);
        } catch (IllegalArgumentException e) {
            throw ApiException.validation("region", "has 1 to 63 of a-z, 0-9 and -, a letter first");
        }
    }
}

package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.provisioning.connections.Regions;
import io.neomt.provisioning.connections.Regions.Entry;
import io.neomt.view.Region;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

    public RegionController(Regions regions, Guard guard) {
        this.regions = regions;
        this.guard = guard;
    }

    record NewRegion(String code, String name) {}

    @GetMapping
    ApiResponse<List<Entry>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(regions.all());
    }

    @GetMapping("/{code}")
    ApiResponse<Entry> show(Caller caller, @PathVariable String code) {
        guard.read(caller);
        return answer(code, regions::of);
    }

    @PostMapping
    ResponseEntity<ApiResponse<Entry>> add(Caller caller, @RequestBody NewRegion body) {
        guard.write(caller);
        if (body.name().isBlank() || body.name().length() > LONGEST_NAME) {
            throw ApiException.validation("name", "is 1 to " + LONGEST_NAME + " characters");
        }
        return ResponseEntity.created(URI.create("/api/v1/admin/regions/" + body.code()))
                .body(answer(body.code(), region -> regions.add(region, body.name())));
    }

    @PostMapping("/{code}/activate")
    ApiResponse<Entry> activate(Caller caller, @PathVariable String code) {
        guard.write(caller);
        return answer(code, region -> regions.setActive(region, true));
    }

    /** No further tenant is placed in it. */
    @PostMapping("/{code}/deactivate")
    ApiResponse<Entry> deactivate(Caller caller, @PathVariable String code) {
        guard.write(caller);
        return answer(code, region -> regions.setActive(region, false));
    }

    @DeleteMapping("/{code}")
    ApiResponse<Map<String, String>> remove(Caller caller, @PathVariable String code) {
        guard.write(caller);
        Refusals.refusable(() -> {
            regions.remove(region(code));
            return code;
        });
        return ApiResponse.of(Map.of("removed", code));
    }

    private static ApiResponse<Entry> answer(String code, Function<Region, Entry> work) {
        Region region = region(code);
        return ApiResponse.of(Refusals.refusable(() -> work.apply(region)));
    }

    static Region region(String code) {
        try {
            return new Region(code);
        } catch (IllegalArgumentException e) {
            throw ApiException.validation("region", "has 1 to 63 of a-z, 0-9 and -, a letter first");
        }
    }
}

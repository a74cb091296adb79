package io.neomt.command.web;

import io.neomt.command.intervention.InterventionCommand.PatchEvent;
import io.neomt.command.intervention.InterventionCommand.Replacement;
import io.neomt.command.intervention.InterventionCommand.SkipEvent;
import io.neomt.command.intervention.InterventionRejection;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.Event;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.EventJson;
import io.neomt.event.codec.UndecodableEventException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of events that no view can take in. */
@RestController
@RequestMapping("/api/v1/admin/tenants/{id}/events/{position}")
public final class InterventionController {

    private final Writes writes;
    private final AvroEventCodec codec;
    private final EventJson json;
    private final JsonMapper mapper;

    public InterventionController(Writes writes, AvroEventCodec codec, JsonMapper mapper) {
        this.writes = writes;
        this.codec = codec;
        this.json = new EventJson(codec);
        this.mapper = mapper;
    }

    /**
     * @param projection that stands before the event
     * @param reason for those who ask later why
     */
    record Skip(String projection, String reason) {}

    /**
     * @param type of the event, such as {@code neo.user.updated.v1}
     * @param event its fields, by the names of its Avro schema
     */
    record Patch(String reason, String type, JsonNode event) {}

    @PostMapping("/skip")
    ResponseEntity<ApiResponse<Map<String, Object>>> skip(
            Caller caller,
            HttpServletRequest request,
            @PathVariable TenantId id,
            @PathVariable String position,
            @RequestBody Skip body) {
        Position at = position(position);
        return writes.change(
                new Sender(caller, request), id, body, () -> new SkipEvent(id, at, body.projection(), body.reason()));
    }

    @PostMapping("/patch")
    ResponseEntity<ApiResponse<Map<String, Object>>> patch(
            Caller caller,
            HttpServletRequest request,
            @PathVariable TenantId id,
            @PathVariable String position,
            @RequestBody Patch body) {
        Position at = position(position);
        return writes.change(
                new Sender(caller, request), id, body, () -> new PatchEvent(id, at, body.reason(), instead(body)));
    }

    private Replacement instead(Patch body) {
        try {
            Event event = json.read(body.type(), mapper.treeToValue(body.event(), Object.class));
            EncodedEvent encoded = codec.encode(event);
            return new Replacement(
                    event,
                    encoded.type().wireName(),
                    encoded.schemaFingerprint(),
                    Base64.getEncoder().encodeToString(encoded.payload()));
        } catch (UndecodableEventException e) {
            InterventionRejection code = InterventionRejection.PATCH_UNDECODABLE;
            throw new ApiException(
                    new ErrorCode(code.kind().status(), code.name()), String.valueOf(e.getMessage()), Map.of());
        }
    }

    private static Position position(String text) {
        try {
            return new Position(Long.parseLong(text));
        } catch (IllegalArgumentException _) {
            throw ApiException.validation("position", "is a number of 1 or more");
        }
    }
}

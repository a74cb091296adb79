package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.neomt.event.Event;
import io.neomt.event.EventType;
import io.neomt.event.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    private static final String USER = "0198c5a0-0000-7000-8000-000000000004";

    private final EventJson json = new EventJson(new AvroEventCodec());

    /** A record prints itself as JSON. */
    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventIsReadAsItsFieldsSay(EventType type) {
        Event event = SampleEvents.of(type);

        assertThat(json.read(type.wireName(), tree(Records.toAvro(event).toString())))
                .isEqualTo(event);
    }

    @Test
    void whatIsMissingUnknownOrOfAnotherTypeIsNamed() {
        assertRefused("neo.user.teleported.v1", "{}", "no event has the type neo.user.teleported.v1");
        assertRefused("neo.user.deactivated.v1", "[]", "event has to be an object");
        assertRefused("neo.user.deactivated.v1", "{}", "event.user_id is missing");
        assertRefused("neo.user.deactivated.v1", "{\"user_id\":7}", "event.user_id has to be a text");
        assertRefused("neo.user.deactivated.v1", "{\"user_id\":\"" + USER + "\",\"more\":1}", "no field more");
        assertRefused("neo.user.deactivated.v1", "{\"user_id\":\"nobody\"}", "neo.user.deactivated.v1");
    }

    private void assertRefused(String type, String text, String why) {
        assertThatThrownBy(() -> json.read(type, tree(text)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining(why);
    }

    private static Object tree(String text) {
        try {
            return new ObjectMapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

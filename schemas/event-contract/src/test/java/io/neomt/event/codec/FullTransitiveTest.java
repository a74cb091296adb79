package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventType;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FullTransitiveTest {

    private static final Schema FIRST =
            SchemaBuilder.record("R").fields().requiredString("id").endRecord();

    @ParameterizedTest
    @EnumSource
    void allReleasedVersionsReadEachOther(EventType type) {
        assertThat(FullTransitive.problems(SchemaHistory.shipped().versionsOf(type)))
                .isEmpty();
    }

    @Test
    void anAddedFieldWithADefaultPasses() {
        assertThat(FullTransitive.problems(List.of(
                        FIRST,
                        SchemaBuilder.record("R")
                                .fields()
                                .requiredString("id")
                                .optionalString("note")
                                .endRecord())))
                .isEmpty();
    }

    @Test
    void anAddedFieldWithoutDefaultIsRefused() {
        assertRefused("READER_FIELD_MISSING_DEFAULT_VALUE", FIRST, withRequiredNote());
    }

    @Test
    void aRemovedFieldThatHadNoDefaultIsRefused() {
        assertRefused("READER_FIELD_MISSING_DEFAULT_VALUE", withRequiredNote(), FIRST);
    }

    @Test
    void aChangedTypeIsRefused() {
        assertRefused(
                "TYPE_MISMATCH",
                FIRST,
                SchemaBuilder.record("R").fields().requiredLong("id").endRecord());
    }

    @Test
    void aRenamedFieldIsRefused() {
        assertRefused(
                "READER_FIELD_MISSING_DEFAULT_VALUE",
                FIRST,
                SchemaBuilder.record("R").fields().requiredString("identity").endRecord());
    }

    @Test
    void aRenamedRecordIsRefused() {
        assertRefused(
                "NAME_MISMATCH",
                FIRST,
                SchemaBuilder.record("S").fields().requiredString("id").endRecord());
    }

    @Test
    void versionsThatFitTheirNeighboursButNotEachOtherAreRefused() {
        Schema withTextNote =
                SchemaBuilder.record("R").fields().optionalString("note").endRecord();
        Schema without = SchemaBuilder.record("R").fields().endRecord();
        Schema withNumberNote =
                SchemaBuilder.record("R").fields().optionalLong("note").endRecord();
        assertThat(FullTransitive.problems(List.of(withTextNote, without))).isEmpty();
        assertThat(FullTransitive.problems(List.of(without, withNumberNote))).isEmpty();
        assertRefused("version 3 cannot read version 1", withTextNote, without, withNumberNote);
    }

    private static Schema withRequiredNote() {
        return SchemaBuilder.record("R")
                .fields()
                .requiredString("id")
                .requiredString("note")
                .endRecord();
    }

    private static void assertRefused(String because, Schema... versions) {
        assertThat(FullTransitive.problems(List.of(versions))).anyMatch(problem -> problem.contains(because));
    }
}

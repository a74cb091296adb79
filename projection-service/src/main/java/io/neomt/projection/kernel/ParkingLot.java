package io.neomt.projection.kernel;

/** Remembers what is parked, for every process and beyond the end of this one. Never throws: what fails is done later. */
public interface ParkingLot {

    void park(Parked parked);

    void free(Parked parked);
}

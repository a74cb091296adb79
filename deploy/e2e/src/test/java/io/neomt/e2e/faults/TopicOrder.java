package io.neomt.e2e.faults;

import io.neomt.e2e.faults.TopicReading.Published;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what the topic has of one tenant against the log. A copy of what came before may come again; what comes first must
 * be dense, be the log's event, and never be of a relay that had lost its lease to the one that published before it.
 *
 * @param repeated how many records were copies
 * @param faults what is not as it must be, a line each
 */
record TopicOrder(int repeated, List<String> faults) {

    static TopicOrder of(String tenant, List<Published> published, List<String> log) {
        List<String> faults = new ArrayList<>();
        int repeated = 0;
        long last = 0;
        long epoch = 0;
        for (Published each : published) {
            if (each.sequence() <= last) {
                repeated++;
                continue;
            }
            if (each.sequence() != last + 1) {
                faults.add("tenant " + tenant + ": " + each.sequence() + " follows " + last + " on the topic");
            }
            if (each.sequence() > log.size()
                    || !log.get((int) each.sequence() - 1).equals(each.id())) {
                faults.add("tenant " + tenant + ": " + each.sequence() + " on the topic is not the log's event");
            }
            if (each.epoch() < epoch) {
                faults.add("tenant " + tenant + ": " + each.sequence() + " was published under the lease "
                        + each.epoch() + " after others under " + epoch);
            }
            last = each.sequence();
            epoch = Math.max(epoch, each.epoch());
        }
        return new TopicOrder(repeated, faults);
    }
}

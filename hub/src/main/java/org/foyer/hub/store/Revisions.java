package org.foyer.hub.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Counts the committed writes of the warehouse, of each house apart, and tells of them. Changed by the writer alone. */
final class Revisions {

    private final AtomicLong latest = new AtomicLong();
    private final Map<HouseId, Long> ofHouses = new ConcurrentHashMap<>();
    private volatile long ofAll;
    private volatile Consumer<HouseId> listener = house -> {};

    long latest() {
        return latest.get();
    }

    long of(HouseId house) {
        return Math.max(ofAll, ofHouses.getOrDefault(house, 0L));
    }

    /** @param house null when any house may have been touched */
    void changed(@Nullable HouseId house) {
        if (house == null) {
            ofAll = latest.incrementAndGet();
        } else {
            ofHouses.put(house, latest.incrementAndGet());
            listener.accept(house);
        }
    }

    void onChange(Consumer<HouseId> told) {
        listener = told;
    }
}

package org.preventionnetwork.registry.api.places;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;

/**
 * A region of the United Nations' standard M49.
 *
 * @param code three digits
 * @param name in English
 */
public record M49Region(String code, String name) {

    private static final M49Region WORLD = new M49Region("001", "World");

    /** ICU also has regions of its own, such as QO for Antarctica: they are no M49, and have letters. */
    static M49Region of(StateCode state) {
        FormerState former = FormerState.ALL.get(state.value());
        if (former != null) {
            return new M49Region(former.region(), StateNames.english(former.region()));
        }
        Region region = Region.getInstance(state.value()).getContainingRegion(RegionType.SUBCONTINENT);
        return region == null || !region.toString().matches("[0-9]{3}")
                ? WORLD
                : new M49Region(region.toString(), StateNames.english(region.toString()));
    }
}

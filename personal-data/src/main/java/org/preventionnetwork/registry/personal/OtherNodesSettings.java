package org.preventionnetwork.registry.personal;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is known of how other nodes work.
 *
 * @param lookEvery how often each looks for erasures that it has not heard of
 */
@ConfigurationProperties("registry.erasure")
record OtherNodesSettings(@DefaultValue("30s") Duration lookEvery) {
    OtherNodesSettings {
        Checked.positive("registry.erasure.look-every", lookEvery);
    }
}

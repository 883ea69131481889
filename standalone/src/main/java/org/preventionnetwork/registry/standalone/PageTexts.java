package org.preventionnetwork.registry.standalone;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of the pages that need both sides. */
@Configuration(proxyBeanMethods = false)
class PageTexts {
    @Autowired
    void add(ResourceBundleMessageSource texts) {
        texts.addBasenames("texts/recording", "texts/operations");
    }
}
